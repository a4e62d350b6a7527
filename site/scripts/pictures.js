/** Shows the figures of a program among what it prints. */

/** @import { ProgramEvent } from "./contracts.js" */

/** @typedef {Extract<ProgramEvent, { type: "program-pictured" }>["picture"]} Picture */

/**
 * Make the element of a figure; `free` gives the memory of all those before back.
 */
export function createPictures() {
  /** @type {string[]} */
  let urls = [];

  return {
    /** @param {Picture} picture */
    make({ text, png, width, height }) {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const url = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
      urls.push(url);
      const image = new Image(width, height);
      image.alt = text;
      image.src = url;
      const sheet = document.createElement("p");
      sheet.className = "program-picture";
      sheet.append(image);
      return sheet;
    },
    free() {
      for (const url of urls) URL.revokeObjectURL(url);
      urls = [];
    },
  };
}
