/** Gathers everything that this browser keeps, and merges what another one kept: neither side is lost. */

import { pack, unpack } from "./packing.js";
import { createPractice } from "./practice.js";
import { mergeMarks, mergeProgress } from "./progress-merge.js";
import { FileFault } from "./work-file.js";

/** @import { Run } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { Mark, Work } from "./work-file.js" */
/** @typedef {Pick<ReturnType<typeof import("./runs.js").openRuns>, "list" | "merge" | "remove">} Runs */
/**
 * How much is new.
 * @typedef {{ drafts: number, solved: number, runs: number, anything: boolean, undo: () => Promise<void> }} Merged
 */

/** @param {Store} store @param {Runs} runs @returns {Promise<Work>} */
export async function gatherWork(store, runs) {
  const kept = await runs.list();
  const plain = async (/** @type {Run} */ run) => ({ ...run, code: await unpack(run.code) });
  return {
    drafts: readEach(store, "draft", (draft) => typeof draft.code === "string" && { saved: 0, ...draft }),
    solved: readEach(store, "solved", (mark) => ({ at: 0, ...mark })),
    help: readEach(store, "help", (help) => help),
    practice: createPractice(store).raised(kept).value.days,
    runs: await Promise.all(kept.map(plain)),
  };
}

/**
 * @template T
 * @param {Store} store @param {string} kind @param {(found: any) => T | false} shape
 * @returns {Record<string, T>}
 */
function readEach(store, kind, shape) {
  const found = store.slugs(kind).map((slug) => /** @type {const} */ ([slug, read(store, kind, slug)]));
  const shaped = found.map(([slug, one]) => /** @type {const} */ ([slug, one && shape(one)]));
  return Object.fromEntries(shaped.filter(([, one]) => one));
}

/** @param {Store} store @param {string} kind @param {string} slug @returns {any} */
function read(store, kind, slug) {
  try {
    return JSON.parse(store.read(kind, slug) ?? "null");
  } catch {
    return null; // another program wrote this key
  }
}

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
  const { winners, losers } = settleDrafts(work.drafts, store);
  const plain = [...work.runs, ...losers];
  const packed = await Promise.all(plain.map(async (run) => ({ ...run, code: await pack(run.code) })));
  const added = await runs.merge(packed).catch(() => {
    throw new FileFault("this browser has no room for the runs in it, or keeps none");
  });
  const undo = async () => {
    for (const { kind, slug, before, after } of written.reverse()) {
      if (store.read(kind, slug) === after) store.write(kind, slug, before);
    }
    await runs.remove(added);
  };
  try {
    for (const [slug, draft] of Object.entries(winners)) write("draft", slug, draft);
    for (const [slug, mark] of newMarks(work.solved, store)) write("solved", slug, mark);
    for (const { kind, slug, value } of mergeProgress(work, store, await runs.list())) write(kind, slug, value);
  } catch (error) {
    await undo();
    throw error;
  }
  const solved = written.filter(({ kind }) => kind === "solved").length;
  const anything = written.length + added.length > 0;
  return { drafts: Object.keys(winners).length, solved, runs: added.length, anything, undo };
}

/** The later draft becomes the draft; the other one goes into the history. @param {Work["drafts"]} theirs @param {Store} store */
function settleDrafts(theirs, store) {
  /** @type {Work["drafts"]} */
  const winners = {};
  /** @type {Work["runs"]} */
  const losers = [];
  for (const [slug, { code, saved }] of Object.entries(theirs)) {
    const mine = read(store, "draft", slug);
    if (mine?.code === code) continue;
    const wins = typeof mine?.code !== "string" || saved > (mine.saved ?? 0);
    if (wins) winners[slug] = { code, saved };
    const loser = wins ? mine : { code, saved };
    if (loser?.code) losers.push({ ...SET_ASIDE, slug, at: loser.saved || Date.now(), code: loser.code });
  }
  return { winners, losers };
}

const SET_ASIDE = { state: "set-aside", passed: 0, total: 0, seconds: 0, version: "" };

/** The marks that are not there yet. @param {Work["solved"]} theirs @param {Store} store */
function newMarks(theirs, store) {
  return Object.entries(theirs).flatMap(([slug, their]) => {
    /** @type {Mark | null} */
    const mine = read(store, "solved", slug);
    const merged = mergeMarks(mine, their);
    const same = mine && merged.at === mine.at && merged.versions?.length === (mine.versions ?? []).length;
    return same && merged.unaided === (mine.unaided === true) ? [] : [/** @type {const} */ ([slug, merged])];
  });
}
