/** Gathers everything that this browser keeps, and merges what another one kept: neither side is lost. */

import { parseDraft } from "./drafts.js";
import { pack, unpack } from "./packing.js";
import { createPractice } from "./practice.js";
import { mergeMarks, mergeProgress } from "./progress-merge.js";
import { FileFault } from "./work-file.js";

/** @import { Run } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { TextKind } from "./kept-text.js" */
/** @import { Draft, Mark, Work } from "./work-file.js" */
/** @typedef {Pick<import("./runs.js").Runs, "list" | "merge" | "remove">} Runs */
/**
 * How much is new; `drafts` are all that was typed.
 * @typedef {{ drafts: number, solved: number, runs: number, anything: boolean, undo: () => Promise<void> }} Merged
 */

/** @param {Store} store @param {Runs} runs @returns {Promise<Work>} */
export async function gatherWork(store, runs) {
  const kept = await runs.list();
  const plain = async (/** @type {Run} */ run) => ({ ...run, code: await unpack(run.code) });
  return {
    drafts: readDrafts(store, "draft"),
    scratch: readDrafts(store, "scratch"),
    input: readDrafts(store, "input"),
    solved: readEach(store, "solved", (mark) => ({ at: 0, ...mark })),
    help: readEach(store, "help", (help) => help),
    practice: createPractice(store).raised(kept).value.days,
    runs: await Promise.all(kept.map(plain)),
  };
}

/** @param {Store} store @param {TextKind} kind @returns {Record<string, Draft>} what is typed, but for what is cleared */
function readDrafts(store, kind) {
  const found = store.slugs(kind).map((slug) => /** @type {const} */ ([slug, readDraft(store, kind, slug)]));
  return Object.fromEntries(found.flatMap(([slug, one]) => (one && (one.code || kind === "draft") ? [[slug, one]] : [])));
}

/** @param {Store} store @param {TextKind} kind @param {string} slug @returns {Draft | null} */
function readDraft(store, kind, slug) {
  const text = store.read(kind, slug);
  const old = kind === "draft" || text === null ? null : { code: text, saved: 0 };
  return parseDraft(text) ?? old;
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
  /** @type {[TextKind, Record<string, Draft>][]} */
  const typed = [["draft", work.drafts], ["scratch", work.scratch], ["input", work.input]];
  const settled = typed.map(([kind, drafts]) => settleDrafts(kind, drafts, store));
  const winners = settled.flatMap((one) => one.winners);
  const losers = settled.flatMap((one) => one.losers);
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
    for (const { kind, slug, draft } of winners) write(kind, slug, draft);
    for (const [slug, mark] of newMarks(work.solved, store)) write("solved", slug, mark);
    for (const { kind, slug, value } of mergeProgress(work, store, await runs.list())) write(kind, slug, value);
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
    const mine = readDraft(store, kind, slug);
    if (mine?.code === their.code) continue;
    const wins = mine === null || their.saved > mine.saved;
    if (wins) winners.push({ kind, slug, draft: { code: their.code, saved: their.saved } });
    const loser = wins ? mine : their;
    const part = kind === "draft" ? {} : { part: kind };
    if (loser?.code) losers.push({ ...SET_ASIDE, ...part, slug, at: loser.saved || Date.now(), code: loser.code });
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
