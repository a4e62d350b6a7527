/** The section that shows the output of a program: its head, and a body to fill. */

export function makeSection() {
  const section = document.createElement("section");
  section.className = "program";
  section.hidden = true;
  section.setAttribute("aria-label", "Program output");
  const head = document.createElement("div");
  head.className = "results-head";
  const title = document.createElement("h2");
  title.textContent = "Program output";
  const note = document.createElement("p");
  const hide = document.createElement("button");
  hide.type = "button";
  hide.className = "button button-small button-quiet";
  hide.textContent = "Hide output";
  const body = document.createElement("div");
  body.className = "program-body";
  head.append(title, note, hide);
  section.append(head, body);
  return { section, note, body, hide };
}
