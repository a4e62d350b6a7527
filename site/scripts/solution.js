/** The reference solution, opened for reading beside the learner's code. */

/**
 * @typedef {object} SolutionOptions
 * @property {HTMLElement} panel
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(code: string) => DocumentFragment} paint
 * @property {() => void} onHide takes the focus over
 */

/** @param {SolutionOptions} options */
export function createSolution({ panel, stamp, block, paint, onHide }) {
  return {
    /** @param {string} code */
    show(code) {
      const { root, part } = stamp("solution");
      part("code").append(block("Reference solution", paint(code)));
      part("hide").addEventListener("click", () => {
        panel.hidden = true;
        onHide();
      });
      panel.replaceChildren(root);
      panel.hidden = false;
      panel.focus();
      panel.scrollIntoView({ block: "nearest" });
    },
  };
}
