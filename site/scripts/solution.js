/** The reference solution beside the learner's code, why it is written so, and, once solved, the hidden tests. */

import { addStyle } from "./added-style.js";
import { make } from "./element.js";

/** @import { Sealed } from "./contracts.js" */
/** @import { Tree } from "./tree.js" */

/**
 * @typedef {object} SolutionOptions
 * @property {HTMLElement} button opens the solution once `confirmed`, and has the focus back when it is hidden
 * @property {HTMLElement} panel
 * @property {() => Promise<boolean>} confirmed
 * @property {Promise<Sealed | null>} sealed
 * @property {() => string} code the learner's own, which is only read
 * @property {() => void} onOpen comes before it is opened
 * @property {() => boolean} showsTests whether the source of the hidden tests may be seen
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(code: string) => DocumentFragment} paint
 * @property {(nodes: Tree[]) => DocumentFragment} grow
 */

const TESTS = "test_solution.py";
const TITLES = /** @type {[string, string]} */ (["Your code", "Reference"]);

/** @param {SolutionOptions} options */
export function createSolution(options) {
  const { button, panel, confirmed, sealed, code, onOpen, showsTests, stamp, block, paint, grow } = options;
  void addStyle("help");

  /** @param {string} tests */
  function foldTests(tests) {
    const title = make("summary", {}, make("h2", {}, "The hidden tests"));
    return make("details", { class: "why why-tests" }, title, block("The hidden tests", paint(tests)));
  }

  /** @param {HTMLElement} parent @param {string} solution */
  async function showReference(parent, solution) {
    try {
      const { compare } = await import("./compare.js");
      await compare(parent, { left: code(), right: solution, titles: TITLES });
    } catch {
      parent.replaceChildren(block("Reference solution", paint(solution))); // without a connection, alone
    }
  }

  async function open() {
    onOpen();
    const { solution = "", explanation = [], problem } = (await sealed) ?? {};
    const { root, part } = stamp("solution");
    part("explanation").append(grow(/** @type {Tree[]} */ (explanation)));
    part("why").hidden = explanation.length === 0;
    if (problem && showsTests()) root.append(foldTests(problem.files[TESTS] ?? ""));
    part("hide").addEventListener("click", () => {
      panel.hidden = true;
      button.focus();
    });
    panel.replaceChildren(root);
    panel.hidden = false;
    await showReference(part("code"), solution);
    panel.focus({ preventScroll: true });
    panel.scrollIntoView({ block: "start" });
  }

  button.addEventListener("click", async () => {
    if (!panel.hidden || (await confirmed())) await open();
  });
  return { open };
}
