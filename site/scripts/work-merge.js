/** Merges into what this browser keeps what another one kept: neither side is lost. */

import { readKept } from "./drafts.js";
import { forEach, pack } from "./packing.js";
import { mergeMarks, mergeProgress } from "./progress-merge.js";
import { endOf } from "./runs.js";
import { createSolved } from "./solved.js";
import { FileFault } from "./work-file.js";

/** @import { Run } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { TextKind } from "./kept-text.js" */
/** @import { Draft, PlainRun, Work } from "./work-file.js" */
/** @typedef {Pick<import("./runs.js").Runs, "list" | "merge" | "remove">} Runs */
/**
 * How much is new; `drafts` are all that was typed.
 * @typedef {{ drafts: number, solved: number, runs: number, anything: boolean, undo: () => Promise<void> }} Merged
 */

/**
 * Merge all of it or nothing.
 * @param {Work} work @param {Store} store @param {Runs} runs
 * @returns {Promise<Merged>} rejects with a FileFault where the browser has no room
 */
export async function mergeWork(work, store, runs) {
  /** @type {{ kind: string, slug: string, before: string | null, after: string }[]} */
  const written = [];
  const write = (/** @type {string} */ kind, /** @type {string} */ slug, /** @type {object} */ value) => {
    const before = store.read(kind, slug);
    const after = JSON.stringify(value);
    written.push({ kind, slug, before, after });
    if (!store.write(kind, slug, after)) throw new FileFault("this browser has no room for all of it, or keeps nothing");
  };
  /** @type {[TextKind, Record<string, Draft>][]} */
  const typed = [["draft", work.drafts], ["scratch", work.scratch], ["input", work.input]];
  const settled = typed.map(([kind, drafts]) => settleDrafts(kind, drafts, store));
  const winners = settled.flatMap((one) => one.winners);
  const losers = settled.flatMap((one) => one.losers);
  const ran = await packAll(work.runs);
  const own = await runs.list();
  const replaced = withoutKnown(await packAll(losers), [...own, ...ran]);
  const added = await runs.merge([...ran, ...replaced]).catch(() => {
    throw new FileFault("this browser has no room for the runs in it, or keeps none");
  });
  const undo = async () => {
    const stays = written.filter(({ kind, slug, after }) => store.read(kind, slug) !== after);
    for (const one of [...written].reverse()) if (!stays.includes(one)) store.write(one.kind, one.slug, one.before);
    // Where something else has been typed since, what stood there before the import stays in the history.
    const isNeeded = (/** @type {Run} */ run) =>
      run.state === "set-aside" && stays.some(({ kind, slug }) => slug === run.slug && kind === (run.part ?? "draft"));
    await runs.remove(added.filter((run) => !isNeeded(run)));
  };
  try {
    for (const { kind, slug, draft } of winners) write(kind, slug, draft);
    for (const [slug, mark] of newMarks(work.solved, store)) write("solved", slug, mark);
    for (const { kind, slug, value } of mergeProgress(work, store, own, await runs.list())) write(kind, slug, value);
  } catch (error) {
    await undo();
    throw error;
  }
  const solved = written.filter(({ kind }) => kind === "solved").length;
  const anything = written.length + added.length > 0;
  return { drafts: winners.length, solved, runs: added.length, anything, undo };
}

/** The later draft becomes the draft; the other one goes into the history.
 * @param {TextKind} kind @param {Record<string, Draft>} theirs @param {Store} store */
function settleDrafts(kind, theirs, store) {
  const winners = [];
  /** @type {Work["runs"]} */
  const losers = [];
  for (const [slug, their] of Object.entries(theirs)) {
    const mine = readKept(store, kind, slug);
    if ((kind === "draft" ? mine?.code : (mine?.code ?? "")) === their.code) continue;
    const wins = mine === null || their.saved > mine.saved || (their.saved === mine.saved && their.code > mine.code);
    if (wins) winners.push({ kind, slug, draft: { code: their.code, saved: their.saved } });
    const loser = wins ? mine : their;
    const part = kind === "draft" ? {} : { part: kind };
    if (loser?.code) losers.push({ ...SET_ASIDE, ...part, slug, at: loser.saved || Date.now(), code: loser.code });
  }
  return { winners, losers };
}

const SET_ASIDE = { state: "set-aside", passed: 0, total: 0, seconds: 0, version: "" };

/** @param {PlainRun[]} plain @returns {Promise<Run[]>} */
const packAll = (plain) => forEach(plain, async (run) => ({ ...run, code: await pack(run.code) }));

/** Those whose code no run of the problem has. @param {Run[]} replaced @param {Run[]} others */
function withoutKnown(replaced, others) {
  const nameOf = (/** @type {Run} */ run) => `${run.slug} ${endOf(run)}`;
  const known = new Set(others.map(nameOf));
  return replaced.filter((run) => !known.has(nameOf(run)));
}

/** The marks that are not there yet. @param {Work["solved"]} theirs @param {Store} store */
function newMarks(theirs, store) {
  const { read } = createSolved(store);
  return Object.entries(theirs).flatMap(([slug, their]) => {
    const mine = read(slug);
    const merged = mergeMarks(mine, their);
    const same = mine && merged.at === mine.at && merged.versions?.length === (mine.versions ?? []).length;
    return same && merged.unaided === (mine.unaided === true) ? [] : [/** @type {const} */ ([slug, merged])];
  });
}
