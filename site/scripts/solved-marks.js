/** Marks what has been solved in this browser, wherever a page lists problems. */

import { createSolved } from "./solved.js";
import { openStore } from "./store.js";

/** The path that the site's pages begin with. */
export const site = new URL(document.documentElement.dataset.root || "./", location.href).pathname;
/** What this browser keeps for the site. */
export const store = openStore({ storage: () => localStorage, site, onTrouble: () => undefined });

/** What this browser knows to be solved. */
export const solved = createSolved(store);

/** Show the marks of the problems below an element. @param {ParentNode} area */
export function showSolvedMarks(area) {
  for (const mark of area.querySelectorAll("[data-solved]")) {
    if (mark instanceof HTMLElement) mark.hidden = !solved.has(mark.dataset.solved ?? "");
  }
}

showSolvedMarks(document);

for (const series of document.querySelectorAll(".series")) {
  const marks = [...series.querySelectorAll("[data-solved]")];
  const tally = series.querySelector("[data-tally]");
  const count = marks.filter((mark) => mark instanceof HTMLElement && !mark.hidden).length;
  if (!(tally instanceof HTMLElement) || count === 0) continue;
  tally.textContent = `${count} of ${marks.length} solved here`;
  tally.hidden = false;
}
