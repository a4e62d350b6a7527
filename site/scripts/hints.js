/** The problem's hints, opened one at a time. */

import { addStyle } from "./added-style.js";

/**
 * @typedef {object} HintsOptions
 * @property {HTMLElement} button opens the next one
 * @property {HTMLElement} panel
 * @property {HTMLElement} list
 * @property {import("./stamp.js").Stamp} stamp
 * @property {(text: string) => DocumentFragment} prose
 * @property {() => Promise<string[]>} hints
 */

/** @param {HintsOptions} options */
export function createHints({ button, panel, list, stamp, prose, hints }) {
  void addStyle("help");
  let shown = 0;
  button.addEventListener("click", async () => {
    const all = await hints();
    const text = all[shown];
    if (text === undefined) return;
    shown += 1;
    const { root, part } = stamp("hint");
    part("count").textContent = `Hint ${shown} of ${all.length}`;
    part("text").append(prose(text));
    list.append(root);
    panel.hidden = false;
    root.scrollIntoView({ block: "nearest" });
    if (shown === all.length) button.setAttribute("aria-disabled", "true");
  });
}
