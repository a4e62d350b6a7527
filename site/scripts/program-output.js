/** Shows what a program prints while it runs, the value of its last line, and how it ended. */

import { createPictures } from "./pictures.js";
import { makeSection } from "./program-section.js";

/** @import { ProgramEvent, ProgramOutcome, Value } from "./contracts.js" */

/** @typedef {NonNullable<ProgramOutcome["fault"]>} Fault */

/**
 * @typedef {object} ProgramOutputOptions
 * @property {HTMLElement} pane shows it above everything else
 * @property {HTMLElement} button has the focus back when it is hidden
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(text: string) => DocumentFragment} prose
 * @property {(words: string) => HTMLElement} plain sets what an error means
 * @property {(frames: Fault["frames"]) => HTMLElement} places
 * @property {(line: number, column: number | null, file: Fault["file"]) => void} onPlace
 */

/** @type {Partial<Record<ProgramOutcome["state"], string>>} */
const TITLES = {
  exited: "Ended by the code itself",
  raised: "Exception",
  "syntax-error": "Syntax error",
  "time-limit": "Time limit",
  crashed: "Python crashed",
};
const NOTHING = "It printed nothing. To see something, print a result, or let the last line be an expression.";

/** @param {ProgramOutputOptions} options */
export function createProgramOutput({ pane, button, stamp, block, prose, plain, places, onPlace }) {
  const { section, note, body } = makeSection(() => {
    section.hidden = true;
    button.focus();
  });
  const pictures = createPictures();
  /** What is printed goes here; null where nothing has been since the last picture. @type {HTMLElement | null} */
  let printed = null;
  pane.prepend(section);

  /** @param {Extract<ProgramEvent, { type: "program-printed" }>["parts"]} parts */
  function print(parts) {
    printed ??= openText();
    const text = printed.firstElementChild ?? printed;
    const follows = printed.scrollHeight - printed.scrollTop - printed.clientHeight < 8;
    for (const part of parts) {
      const last = text.lastElementChild;
      const goesOn = last instanceof HTMLElement && last.dataset.stream === part.stream;
      const span = goesOn ? last : text.appendChild(makeSpan(part.stream, ""));
      if (part.text.includes("\r")) span.textContent = printOver(span.textContent + part.text);
      else span.append(part.text);
    }
    if (follows) printed.scrollTop = printed.scrollHeight;
  }

  function openText() {
    const root = block("Printed", "");
    root.classList.add("program-text");
    body.append(root);
    return root;
  }

  /** @param {Value} value */
  function valueFact({ type, text: shown, shape, dtype }) {
    const { root, part } = stamp("fact");
    const size = shape && `shape (${shape.join(", ")}${shape.length === 1 ? "," : ""})`;
    root.dataset.fact = "value";
    part("term").textContent = "Value of the last line";
    part("note").textContent = [type, size, dtype].filter(Boolean).join(" · ");
    part("body").append(block("Value of the last line", shown));
    const list = document.createElement("dl");
    list.append(root);
    return list;
  }

  /** @param {ProgramOutcome["state"]} state @param {Fault} fault */
  function faultPanel(state, { message, plain: words, error, file, line, column, frames }) {
    const { root, part } = stamp("panel");
    root.dataset.kind = state;
    part("title").textContent = (error?.type.endsWith("NotLoaded") ? "Not run" : TITLES[state]) ?? "";
    part("text").append(prose(message));
    if (words) part("more").append(plain(words));
    if (line !== null && frames.length === 0) part("more").append(makePlace(file, line, column, onPlace));
    if (error) part("more").append(block("Error", [error.type, error.text].filter(Boolean).join(": ")));
    if (frames.length) part("more").append(places(frames));
    return root;
  }

  return {
    section,
    /** Open for the output of a run that begins. */
    clear() {
      section.hidden = false;
      note.textContent = "";
      body.replaceChildren();
      pictures.free();
      printed = null;
    },
    /** @param {ProgramEvent} event */
    print(event) {
      if (event.type === "program-printed") print(event.parts);
      if (event.type !== "program-pictured") return;
      body.append(pictures.make(event.picture));
      printed = null;
    },
    /** @param {ProgramOutcome} outcome */
    conclude({ state, fault, value, cut, pictures_cut, seconds }) {
      const silent = state === "finished" && !body.hasChildNodes() && value === null;
      if (seconds) note.textContent = seconds < 1 ? `${Math.round(seconds * 1000)} ms` : `${seconds.toFixed(1)} s`;
      if (silent) body.append(makeLine(NOTHING));
      if (cut) body.append(makeLine(`… ${cut.toLocaleString("en")} characters cut`));
      if (pictures_cut) body.append(makeLine(`… ${pictures_cut.toLocaleString("en")} more figures not shown`));
      if (value) body.append(valueFact(value));
      if (fault && TITLES[state]) body.append(faultPanel(state, fault));
      if (state === "stopped") body.append(makeLine("Stopped here."));
    },
  };
}

/** @param {string} stream @param {string} text */
function makeSpan(stream, text) {
  const span = document.createElement("span");
  span.dataset.stream = stream;
  span.textContent = text;
  return span;
}

/** What is left where lines were printed over each other, as progress is. @param {string} text */
const printOver = (text) => text.replaceAll(/[^\n]*\r+(?=[^\n\r])/g, "");

/** @param {string} words */
function makeLine(words) {
  const line = document.createElement("p");
  line.className = "program-note";
  line.textContent = words;
  return line;
}

/** @param {Fault["file"]} file @param {number} line @param {number | null} column @param {ProgramOutputOptions["onPlace"]} onPlace */
function makePlace(file, line, column, onPlace) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "place place-fault";
  button.textContent = [file === "scratch" && "scratch", `line ${line}`, column !== null && `column ${column}`].filter(Boolean).join(", ");
  button.addEventListener("click", () => onPlace(line, column, file));
  return button;
}
