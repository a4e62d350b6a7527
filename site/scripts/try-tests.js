/** Runs some of the tests: one from its row, or again those that failed. */

/** @import { TestCase } from "./contracts.js" */

/**
 * @typedef {object} TryTestsOptions
 * @property {ParentNode} section of the tests; its head gets the offer
 * @property {(ids: string[]) => void} onTry
 * @property {HTMLElement} runButton has the focus where the offer goes away
 */

/** @param {TryTestsOptions} options */
export function createTryTests({ section, onTry, runButton }) {
  /** @type {string[]} */
  let failed = [];
  const offer = makeButton("button button-small try-failed");
  offer.hidden = true;
  offer.addEventListener("click", () => onTry(failed));
  section.querySelector(".results-head")?.append(offer);

  return {
    /** The button of a test's row. @param {TestCase} test */
    tool({ id, name }) {
      const button = makeButton("result-tool");
      button.title = "Run only this test";
      button.setAttribute("aria-label", `Run only this test: ${name}`);
      button.addEventListener("click", () => onTry([id]));
      return button;
    },
    /** Offer to run these again, where they are not all there are. @param {string[]} ids @param {number} total */
    offer(ids, total) {
      failed = ids;
      if (document.activeElement === offer && ids.length === 0) runButton.focus();
      offer.hidden = ids.length === 0 || ids.length === total;
      offer.textContent = ids.length === 1 ? "Run the failed test again" : `Run the ${ids.length} failed tests again`;
    },
  };
}

/** @param {string} classes */
function makeButton(classes) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = classes;
  return button;
}
