/** The reference solution, opened for reading beside the learner's code, and why it is written so. */

import { addStyle } from "./added-style.js";

/** @import { Sealed } from "./contracts.js" */
/** @import { Tree } from "./tree.js" */

/**
 * @typedef {object} SolutionOptions
 * @property {HTMLElement} button opens the solution once `confirmed`, and has the focus back when it is hidden
 * @property {HTMLElement} panel
 * @property {() => Promise<boolean>} confirmed
 * @property {Promise<Sealed | null>} sealed
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(code: string) => DocumentFragment} paint
 * @property {(nodes: Tree[]) => DocumentFragment} grow
 */

/** @param {SolutionOptions} options */
export function createSolution({ button, panel, confirmed, sealed, stamp, block, paint, grow }) {
  void addStyle("help");

  async function open() {
    const { solution = "", explanation = [] } = (await sealed) ?? {};
    const { root, part } = stamp("solution");
    part("code").append(block("Reference solution", paint(solution)));
    part("explanation").append(grow(/** @type {Tree[]} */ (explanation)));
    part("why").hidden = explanation.length === 0;
    part("hide").addEventListener("click", () => {
      panel.hidden = true;
      button.focus();
    });
    panel.replaceChildren(root);
    panel.hidden = false;
    panel.focus();
    panel.scrollIntoView({ block: "nearest" });
  }

  button.addEventListener("click", async () => {
    if (!panel.hidden || (await confirmed())) await open();
  });
  return { open };
}
