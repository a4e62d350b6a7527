/** Draws a QR code of a link. Loaded where one is asked for. */

import { encode } from "uqr";

/** What the largest code holds, in bytes. */
export const MOST_BYTES = 2953;
/** Cells around the code that stay empty: readers find its edge by them. */
const QUIET = 4;
/** From so many cells a side on, a code gets all the room there is. */
const DENSE = 90;
const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {string} text of at most MOST_BYTES bytes @param {string} label what it is, for those who do not see it
 * @returns {SVGSVGElement}
 */
export function drawCode(text, label) {
  const { size, data } = encode(text, { ecc: "L", border: QUIET });
  const picture = draw("svg", { class: size < DENSE ? "qr" : "qr qr-dense", role: "img", "aria-label": label, viewBox: `0 0 ${size} ${size}` });
  picture.append(
    draw("rect", { class: "qr-light", width: `${size}`, height: `${size}` }),
    draw("path", { class: "qr-dark", d: data.map(outline).join("") }),
  );
  return picture;
}

/** Put the dark cells of one row into a path, neighbours as one. @param {boolean[]} row @param {number} y */
function outline(row, y) {
  const cells = row.map((dark) => (dark ? "#" : " ")).join("");
  return Array.from(cells.matchAll(/#+/g), ({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`).join("");
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string>} attributes
 * @returns {SVGElementTagNameMap[Tag]}
 */
function draw(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
