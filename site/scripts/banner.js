/** A notice at the top of a page that has no place of its own for notices. */

import { addStyle } from "./added-style.js";
import { make, makeButton } from "./element.js";

/** @import { Action } from "./notices.js" */

/** @param {string} kind @param {string} text @param {Action} action */
export function sayOnTop(kind, text, { label, run }) {
  void addStyle("offline");
  for (const old of document.querySelectorAll(`.banner[data-kind="${kind}"]`)) old.remove();
  const banner = make("div", { class: "banner", role: "status", "data-kind": kind });
  document.querySelector("main")?.prepend(banner);
  banner.append(make("p", {}, text), makeButton(label, "button-small", run));
}
