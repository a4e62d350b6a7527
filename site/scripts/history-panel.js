/** The runs of a problem in a panel: each opens as a comparison with now, and can be restored. */

import { addStyle } from "./added-style.js";
import { compare } from "./compare.js";
import { make, makeButton } from "./element.js";
import { unpack } from "./packing.js";
import { openPanel } from "./panel-dialog.js";
import { sayDay, sayMoment, sayRun, sayTime, toneOf } from "./run-words.js";

/** @import { KeptText, TextKind } from "./kept-text.js" */
/** @import { Run } from "./runs.js" */

/**
 * @typedef {object} HistoryOptions
 * @property {Run[]} runs of this problem, the oldest first
 * @property {string} version of the problem
 * @property {(kind: TextKind) => Pick<KeptText, "text" | "restore"> | undefined} textOf what is there now
 * @property {(run: Run, code: string) => void} save as a file
 */

/** @type {Record<TextKind, string>} */
const PLACES = { draft: "the editor", scratch: "the scratch area", input: "the program’s input" };

/** @param {HistoryOptions} options */
export async function openHistory({ runs, version, textOf, save }) {
  await addStyle("memory");
  if (runs.length === 0) {
    const words = "No run of this problem is kept in this browser yet. Each time you run the tests, your code is kept here.";
    await openPanel("History", make("p", { class: "sheet-note" }, words));
    return;
  }
  const list = make("nav", { class: "runs", "aria-label": "Runs, the latest first" });
  const view = make("section", { class: "run-view", "aria-label": "The chosen run" });
  const newest = [...runs].reverse();
  const buttons = newest.map((run) => makeRunButton(run, () => void choose(run)));
  list.append(...groupByDay(newest, buttons));
  const { close } = await openPanel("History", make("div", { class: "history" }, list, view));

  /** @param {Run} run */
  async function choose(run) {
    buttons.forEach((button, place) => button.setAttribute("aria-current", String(newest[place] === run)));
    const old = await unpack(run.code);
    const actions = make("div", { class: "run-actions" });
    const there = textOf(run.part ?? "draft");
    const now = there?.text() ?? "";
    const take = makeButton(run.part ? "Restore this text" : "Restore this code", "button-primary button-small", () => {
      close();
      there?.restore(old, `The ${run.part ? "text" : "code"} of ${sayMoment(run.at)} is in ${PLACES[run.part ?? "draft"]}.`);
    });
    if (there && old !== now) actions.append(take);
    if (run.state !== "set-aside") actions.append(makeButton("Save result file", "button-small", () => save(run, old)));
    const difference = make("div");
    const title = make("h3", {}, `${capital(sayMoment(run.at))}: ${sayRun(run)}`);
    view.replaceChildren(make("div", { class: "run-head" }, make("div", {}, title, makeNote(run, version)), actions), difference);
    await compare(difference, { left: old, right: now, titles: [run.part ? "Then" : "This run", `In ${PLACES[run.part ?? "draft"]} now`] });
  }
  await choose(newest[0]);
}

/** @param {Run} run @param {string} version */
function makeNote(run, version) {
  const notes = run.state === "set-aside" ? [`Kept when other ${run.part ? "text" : "code"} took its place`] : [`took ${run.seconds.toFixed(1)} s`];
  if (run.version !== version) notes.push("in an earlier version of the problem");
  return make("p", {}, capital(notes.join(", ")));
}

/** @param {Run} run @param {() => void} press */
function makeRunButton(run, press) {
  const button = makeButton("", "button-quiet run", press);
  button.dataset.tone = toneOf(run);
  button.append(make("time", { datetime: new Date(run.at).toISOString() }, sayTime(run.at)), " ", make("span", {}, sayRun(run)));
  return button;
}

/** @param {Run[]} runs @param {HTMLElement[]} buttons */
function groupByDay(runs, buttons) {
  /** @type {Map<string, HTMLElement>} */
  const days = new Map();
  runs.forEach((run, place) => {
    const day = sayDay(run.at);
    const list = days.get(day) ?? make("ol", { "aria-label": day });
    list.append(make("li", {}, buttons[place]));
    days.set(day, list);
  });
  return [...days].flatMap(([day, list]) => [make("h3", {}, day), list]);
}

/** @param {string} words */
const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
