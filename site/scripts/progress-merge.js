/** What two browsers know of help and of days of practice, put together. */

import { createPractice } from "./practice.js";
import { createProgress } from "./progress.js";
import { createSolved } from "./solved.js";

/** @import { Run } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { Mark, Moments, Work } from "./work-file.js" */
/** @typedef {{ kind: string, slug: string, value: object }} Entry to be stored */

/**
 * What is to be stored once drafts, marks and runs are merged; nothing of what is stored already.
 * @param {Work} work @param {Store} store @param {Run[]} runs all of the history
 * @returns {Entry[]}
 */
export function mergeProgress(work, store, runs) {
  const progress = createProgress(store, createSolved(store));
  const ran = runs.filter(({ state }) => state !== "set-aside").map(({ slug }) => slug);
  const begun = [...new Set([...ran, ...Object.keys(work.drafts)])].filter((slug) => progress.stateOf(slug) === "untouched");
  const entries = [
    ...begun.map((slug) => ({ kind: "started", slug, value: { draft: slug in work.drafts, run: ran.includes(slug) } })),
    ...Object.entries(work.help).map(([slug, their]) => ({ kind: "help", slug, value: earliest(progress.readHelp(slug), their) })),
    ...(Object.keys(work.practice).length + ran.length ? [createPractice(store).raised(runs, work.practice)] : []),
  ];
  return entries.filter(({ kind, slug, value }) => store.read(kind, slug) !== JSON.stringify(value));
}

/** @param {Moments} mine @param {Moments} theirs @returns {Moments} */
function earliest(mine, theirs) {
  const both = { ...mine, ...theirs };
  return Object.fromEntries(Object.keys(both).map((kind) => [kind, Math.min(mine[kind] ?? Infinity, theirs[kind] ?? Infinity)]));
}

/**
 * The first time counts, and every version. Without help, if the first time was: the other one may be any later.
 * @param {Mark | null} mine @param {Mark} theirs @returns {Mark}
 */
export function mergeMarks(mine, theirs) {
  const first = mine && (mine.at || 0) <= (theirs.at || 0) ? mine : theirs;
  const at = Math.min(theirs.at || Infinity, mine?.at || Infinity);
  const versions = [...new Set([...(mine?.versions ?? []), ...(theirs.versions ?? [])])];
  return { at: Number.isFinite(at) ? at : 0, versions, unaided: first.unaided === true };
}
