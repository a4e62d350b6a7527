/** The problem's hints, opened one at a time. */

/**
 * @typedef {object} HintsOptions
 * @property {HTMLElement} button
 * @property {HTMLElement} panel
 * @property {HTMLElement} list
 * @property {import("./stamp.js").Stamp} stamp
 * @property {(text: string) => DocumentFragment} prose
 */

/** @param {HintsOptions} options */
export function createHints({ button, panel, list, stamp, prose }) {
  let shown = 0;
  return {
    /** Open the next of these hints, if there is one left. @param {string[]} hints */
    showNext(hints) {
      const text = hints[shown];
      if (text === undefined) return;
      shown += 1;
      const { root, part } = stamp("hint");
      part("count").textContent = `Hint ${shown} of ${hints.length}`;
      part("text").append(prose(text));
      list.append(root);
      panel.hidden = false;
      root.scrollIntoView({ block: "nearest" });
      if (shown === hints.length) button.setAttribute("aria-disabled", "true");
    },
  };
}
