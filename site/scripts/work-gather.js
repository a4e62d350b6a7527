/** Gathers everything that this browser keeps. */

import { readKept } from "./drafts.js";
import { forEach, unpack } from "./packing.js";
import { createPractice } from "./practice.js";
import { createProgress } from "./progress.js";
import { createSolved } from "./solved.js";

/** @import { TextKind } from "./kept-text.js" */
/** @import { Runs } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { Draft, Work } from "./work-file.js" */

/** @param {Store} store @param {Pick<Runs, "list">} runs @returns {Promise<Work>} */
export async function gatherWork(store, runs) {
  const kept = await runs.list();
  const solved = createSolved(store);
  return {
    drafts: readTyped(store, "draft"),
    scratch: readTyped(store, "scratch"),
    input: readTyped(store, "input"),
    solved: readEach(store, "solved", solved.read),
    help: readEach(store, "help", createProgress(store, solved).readHelp),
    practice: createPractice(store).raised(kept).value.days,
    runs: await forEach(kept, async (run) => ({ ...run, code: await unpack(run.code).catch(() => DAMAGED) })),
  };
}

/** Instead of code that cannot be unpacked. */
const DAMAGED = /** @type {any} */ (null);

/** @param {Store} store @param {TextKind} kind @returns {Record<string, Draft>} */
const readTyped = (store, kind) => readEach(store, kind, (slug) => readKept(store, kind, slug));

/** @template T @param {Store} store @param {string} kind @param {(slug: string) => T | null} read @returns {Record<string, T>} */
function readEach(store, kind, read) {
  return Object.fromEntries(store.slugs(kind).flatMap((slug) => {
    const one = read(slug);
    return one === null ? [] : [[slug, one]];
  }));
}
