/** Panels that say more about a report than its list of results. */

import { addStyle } from "./added-style.js";

/** @import { Fault, Report } from "./contracts.js" */

/**
 * @typedef {object} VerdictOptions
 * @property {HTMLElement} area
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(text: string) => DocumentFragment} prose
 * @property {(words: string) => HTMLElement} plain sets what an error means
 * @property {(frames: Fault["frames"]) => HTMLElement} places
 * @property {(line: number, column: number | null) => void} onPlace
 * @property {{ label: string, url: string }} next where to go after this problem
 * @property {{ label: string, open: () => void }} reference what to compare one's own solution with
 */

/** @type {Partial<Record<Report["state"], [string, string]>>} */
const STATE_PANELS = {
  "syntax-error": ["Syntax error", "Python cannot read this code yet."],
  "import-error": ["Import error", "The code stopped before any test could start."],
  "time-limit": ["Time limit", "The run took too long and was ended. Look for a loop that never ends."],
  crashed: ["Python crashed", "The interpreter ended during the run. The next run starts with a fresh one."],
  "broken-problem": ["This problem is broken", "The fault is in the problem, not in your code."],
};

/** @param {VerdictOptions} options */
export function createVerdict({ area, stamp, block, prose, plain, places, onPlace, next, reference }) {
  void addStyle("verdict");

  /** @param {string} kind @param {string} title @param {string} text @param {HTMLElement[]} more */
  function panel(kind, title, text, ...more) {
    const { root, part } = stamp("panel");
    root.dataset.kind = kind;
    part("title").textContent = title;
    part("text").append(prose(text));
    part("more").append(...more);
    return root;
  }

  /** @param {Fault} fault */
  function detailsOf({ plain: words, error, line, column, frames }) {
    const details = words ? [plain(words)] : [];
    const told = frames.some((frame) => frame.line === line) && column === null;
    if (line !== null && !told) details.push(jump(line, column));
    if (error) details.push(block("Error", [error.type, error.text].filter(Boolean).join(": ")));
    if (frames.length) details.push(places(frames));
    return details;
  }

  /** @param {number} line @param {number | null} column */
  function jump(line, column) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "place place-fault";
    button.textContent = column === null ? `line ${line}` : `line ${line}, column ${column}`;
    button.addEventListener("click", () => onPlace(line, column));
    return button;
  }

  /** @param {Report["output"]} output */
  function printed({ text, cut }) {
    const words = cut ? `… ${cut.toLocaleString("en")} characters cut` : "";
    return panel("output", "Printed outside the tests", words, block("Printed", text));
  }

  /** @param {number} count */
  function passed(count) {
    const { root, part } = stamp("passed");
    part("title").textContent = count === 1 ? "The test passed" : `All ${count} tests passed`;
    part("text").textContent = "Solved in this browser.";
    part("reference").textContent = reference.label;
    part("reference").addEventListener("click", reference.open);
    part("next").setAttribute("href", next.url);
    part("next").textContent = next.label;
    return root;
  }

  return {
    /** Take the panels away, but leave their place open for those to come. */
    clear() {
      area.style.minHeight = `${area.offsetHeight}px`;
      area.replaceChildren();
    },
    /** @param {Report} report @param {boolean} solved */
    show({ state, fault, known_wrong, output, tests }, solved) {
      const panels = [];
      const [title, text] = STATE_PANELS[state] ?? [];
      if (solved) panels.push(passed(tests.length));
      if (title && text) panels.push(panel(state, title, fault?.message || text, ...(fault ? detailsOf(fault) : [])));
      if (known_wrong) panels.push(panel("known-wrong", "A known mistake", known_wrong.message));
      if (output.text) panels.push(printed(output));
      area.replaceChildren(...panels);
      area.style.minHeight = "";
    },
  };
}
