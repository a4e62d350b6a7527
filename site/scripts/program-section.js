/** The section that shows the output of a program: its head, and a body to fill. */

import { make, makeButton } from "./element.js";

/** @param {() => void} onHide */
export function makeSection(onHide) {
  const note = make("p", {});
  const hide = makeButton("Hide output", "button-small button-quiet", onHide);
  const head = make("div", { class: "results-head" }, make("h2", {}, "Program output"), note, hide);
  const body = make("div", { class: "program-body" });
  const section = make("section", { class: "program", "aria-label": "Program output" }, head, body);
  section.hidden = true;
  return { section, note, body };
}
