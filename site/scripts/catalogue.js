/** The catalogue page: finds its elements and wires the search. */

import { sayOnTop } from "./banner.js";
import { find } from "./find.js";
import { createFoundList } from "./found-list.js";
import { startOffline } from "./offline-start.js";
import { openIndex } from "./problem-index.js";
import { progress, showAll, showSolvedMarks as mark, site, store } from "./solved-marks.js";
import { createStamp } from "./stamp.js";
import { createWanted } from "./wanted.js";

const TYPING_MS = 120;

const form = find("finder", HTMLFormElement);
const { folder = "", version = "" } = form.dataset;
const index = openIndex({ folder, version, survey: progress.survey });
const found = createFoundList({
  area: find("found"),
  list: find("found-list"),
  more: find("find-more"),
  stamp: createStamp(document),
  root: document.documentElement.dataset.root ?? "./",
  read: index.read,
  mark,
});
let timer = 0;
let asked = 0;
let offered = false;
const wanted = createWanted(form, () => {
  clearTimeout(timer);
  timer = setTimeout(search, TYPING_MS);
});

find("find-clear").addEventListener("click", () => {
  wanted.clear();
  void search();
});
find("move-work").addEventListener("click", moveWork);
window.addEventListener("popstate", start);
window.addEventListener("pageshow", ({ persisted }) => void (persisted && showProgress()));
store.watchAll(showProgress);
void showProgress();
void start();
void startOffline(sayOnTop, find("offline"));

/** Fill the form with what there is, and search for what the address asks. */
async function start() {
  try {
    const facets = await index.facets();
    if (!offered) wanted.offer(facets);
    offered = true;
    wanted.follow();
    await search();
  } catch (error) {
    fail(error);
  }
}

async function search() {
  const turn = ++asked;
  const browsing = wanted.isEmpty();
  try {
    const numbers = browsing ? [] : await index.find(wanted.read());
    const show = await found.prepare(numbers);
    if (turn !== asked) return;
    if (browsing) found.hide();
    else show();
    find("browse").hidden = !browsing;
    find("find-clear").hidden = browsing;
    say(browsing ? "" : countWords(numbers.length));
  } catch (error) {
    if (turn === asked) fail(error);
  }
}

function showWork() {
  showAll();
  void showProgress();
}

/** Show the section on the learner's progress, if there is anything in it. */
async function showProgress() {
  const area = find("progress");
  if (area.hidden && progress.survey().size === 0 && !store.isBlocked()) return;
  try {
    const section = await import("./progress-section.js");
    await section.showProgress({ area, site, store, survey: progress.survey });
  } catch (error) {
    console.info(`Scratchwork: ${error}`); // without a connection: the marks are there
  }
}

async function moveWork() {
  try {
    const { openTransfer } = await import("./transfer-panel.js");
    await openTransfer({ site, store, onChange: showWork });
  } catch (error) {
    console.info(`Scratchwork: ${error}`);
    find("move-status").textContent = "This could not be opened. Perhaps the network is away; nothing is lost.";
  }
}

/** @param {number} count */
function countWords(count) {
  if (count === 0) return "No problem fits. Use fewer or shorter words, or take a filter away.";
  return count === 1 ? "1 problem fits" : `${count.toLocaleString("en")} problems fit`;
}

/** @param {unknown} error */
function fail(error) {
  console.info(`Scratchwork: the search failed: ${error}`);
  found.hide();
  find("browse").hidden = false;
  say("The search could not be loaded. Reload the page to try again; everything is listed below.");
}

/** @param {string} words */
function say(words) {
  find("find-status").textContent = words;
}
