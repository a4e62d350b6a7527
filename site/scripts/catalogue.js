/** The catalogue page: finds its elements and wires the search. */

import { sayOnTop } from "./banner.js";
import { createFoundList } from "./found-list.js";
import { startOffline } from "./offline-start.js";
import { openIndex } from "./problem-index.js";
import { showSolvedMarks as mark, site, solved, store } from "./solved-marks.js";
import { createStamp } from "./stamp.js";
import { createWanted } from "./wanted.js";

const TYPING_MS = 120;

const form = find("finder", HTMLFormElement);
const { folder = "", version = "" } = form.dataset;
const index = openIndex({ folder, version, isSolved: solved.has });
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

async function moveWork() {
  try {
    const { openTransfer } = await import("./transfer-panel.js");
    await openTransfer({ site, store, onChange: () => mark(document) });
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

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [type]
 * @returns {T}
 */
function find(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof (type ?? HTMLElement))) throw new Error(`the page lacks #${id}`);
  return /** @type {T} */ (element);
}
