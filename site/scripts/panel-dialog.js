/** A large dialog that a part of the page opens for its own: a title, a way out, and whatever is in it. */

import { addStyle } from "./added-style.js";
import { make, makeButton } from "./element.js";

/**
 * @param {string} title @param {(Node | string)[]} content
 * @returns {Promise<{ dialog: HTMLDialogElement, close: () => void }>} once it is open
 */
export async function openPanel(title, ...content) {
  await addStyle("memory");
  const heading = make("h2", { id: "panel-title" }, title);
  const close = () => dialog.close();
  const head = make("div", { class: "sheet-head" }, heading, makeButton("Close", "button-small button-quiet", close));
  const dialog = make("dialog", { class: "sheet", "aria-labelledby": "panel-title" }, head, ...content);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) close();
  });
  // One at a time: a second press of its button, or an address that is opened meanwhile, takes the place of the first.
  for (const other of document.querySelectorAll("dialog.sheet")) other.remove();
  document.body.append(dialog);
  dialog.showModal();
  return { dialog, close };
}
