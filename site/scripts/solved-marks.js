/** Marks how far problems and series are in this browser, wherever a page lists them. */

import { createAsideNotice } from "./aside-notice.js";
import { sayOnTop } from "./banner.js";
import { createProgress } from "./progress.js";
import { showSeriesProgress } from "./series-progress.js";
import { createSolved } from "./solved.js";
import { openStore } from "./store.js";

/** @import { State } from "./progress.js" */

/** The path that the site's pages begin with. */
export const site = new URL(document.documentElement.dataset.root || "./", location.href).pathname;
/** What this browser keeps for the site. */
export const store = openStore({
  storage: () => localStorage,
  site,
  onTrouble: () => undefined,
  onAside: createAsideNotice((words, action) => sayOnTop("aside", words, action)),
});
/** How far each problem is. */
export const progress = createProgress(store, createSolved(store));

/** What each mark draws, and says. @type {Record<State, [path: string, words: string, more: string]>} */
const MARKS = {
  untouched: ["", "", ""],
  started: ["M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4M8 5.6V8l1.8 1.3", "Started", ""],
  solved: ["M3.2 8.6l3.1 3.2 6.5-7.4", "Solved", ""],
  unaided: ["M1 8.6l2.9 3.1 5.4-6.6M8.1 11.3l.4.4 6-7.3", "Solved", " without help"],
};

/** Show the marks of the problems below an element. @param {ParentNode} area */
export function showSolvedMarks(area) {
  for (const mark of area.querySelectorAll("[data-solved]")) {
    if (mark instanceof HTMLElement) show(mark, progress.stateOf(mark.dataset.solved ?? ""));
  }
}

/** @param {HTMLElement} mark @param {State} state */
function show(mark, state) {
  const [path, words, more] = MARKS[state];
  const note = document.createElement("span");
  note.className = "solved-note";
  note.textContent = more;
  mark.hidden = state === "untouched";
  mark.dataset.state = state;
  mark.title = more && `${words}${more}`;
  mark.querySelector("path")?.setAttribute("d", path);
  mark.replaceChildren(...mark.querySelectorAll("svg"), words, ...(more ? [note] : []));
}

/** Show all there is on the page. */
export function showAll() {
  showSolvedMarks(document);
  for (const series of document.querySelectorAll(".series")) showSeriesProgress(series, progress.stateOf);
}

showAll();
store.watchAll(showAll);
addEventListener("pageshow", ({ persisted }) => void (persisted && showAll()));
