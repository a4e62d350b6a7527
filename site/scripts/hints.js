/** The problem's hints, opened one at a time; the open ones are open again on the next visit. */

import { addStyle } from "./added-style.js";
import { make } from "./element.js";

/**
 * @typedef {object} HintsOptions
 * @property {HTMLElement} button opens the next one
 * @property {HTMLElement} panel
 * @property {HTMLElement} list
 * @property {number} total
 * @property {import("./stamp.js").Stamp} stamp
 * @property {(text: string) => DocumentFragment} prose
 * @property {() => Promise<string[]>} hints
 * @property {import("./store.js").Store} store
 * @property {string} slug
 * @property {() => void} onOpen comes before one is opened that was not open before
 */

const KIND = "hints";

/** @param {HintsOptions} options */
export function createHints({ button, panel, list, total, stamp, prose, hints, store, slug, onOpen }) {
  void addStyle("help");
  let shown = 0;
  const count = make("span", { class: "hint-tally", "aria-hidden": "true" });
  button.append(count);

  /** @param {string} text */
  function add(text) {
    shown += 1;
    const { root, part } = stamp("hint");
    part("count").textContent = `Hint ${shown} of ${total}`;
    part("text").append(prose(text));
    list.append(root);
    panel.hidden = false;
    tally();
    return root;
  }

  function tally() {
    count.textContent = ` ${shown}/${total}`;
    if (shown >= total) button.setAttribute("aria-disabled", "true");
  }

  async function next() {
    const text = (await hints())[shown];
    if (text === undefined) return;
    onOpen();
    add(text).scrollIntoView({ block: "nearest" });
    store.write(KIND, slug, String(Math.max(shown, readOpen())));
  }

  /** Another tab may have opened more. */
  const readOpen = () => Math.min(Number(store.read(KIND, slug)) || 0, total);

  async function reopen() {
    const before = readOpen();
    if (before <= 0) return;
    for (const text of (await hints()).slice(shown, before)) add(text);
  }

  tally();
  void reopen();
  // A second click that follows at once is the end of a double click, and wants no second hint.
  button.addEventListener("click", ({ detail }) => void (detail < 2 && next()));
  return {
    next,
    /** Whether there is one that has not been opened. */
    areLeft: () => shown < total,
  };
}
