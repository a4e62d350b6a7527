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
 * @param {Work} work @param {Store} store @param {Run[]} own what was the history @param {Run[]} runs what it is now
 * @returns {Entry[]}
 */
export function mergeProgress(work, store, own, runs) {
  const progress = createProgress(store, createSolved(store));
  const ran = runs.filter(({ state }) => state !== "set-aside").map(({ slug }) => slug);
  const begun = [...new Set([...ran, ...Object.keys(work.drafts)])].filter((slug) => progress.stateOf(slug) === "untouched");
  const entries = [
    ...begun.map((slug) => ({ kind: "started", slug, value: { draft: Object.hasOwn(work.drafts, slug), run: ran.includes(slug) } })),
    ...Object.entries(work.help).map(([slug, their]) => ({ kind: "help", slug, value: earliest(progress.readHelp(slug), their) })),
    ...(Object.keys(work.practice).length + ran.length ? [createPractice(store).raised(own, work.practice, runs)] : []),
  ];
  return entries.filter(({ kind, slug, value }) => store.read(kind, slug) !== JSON.stringify(value));
}

/** @param {Moments} mine @param {Moments} theirs @returns {Moments} */
function earliest(mine, theirs) {
  /** @type {Map<string, number>} */
  const moments = new Map();
  for (const [kind, at] of [mine, theirs].flatMap(Object.entries)) {
    if (typeof at === "number") moments.set(kind, Math.min(moments.get(kind) ?? Infinity, at));
  }
  return Object.fromEntries(moments);
}

/**
 * The first time counts, and every version. Without help, if the first time was: the other one may be any later.
 * @param {Mark | null} mine @param {Mark} theirs @returns {Mark}
 */
export function mergeMarks(mine, theirs) {
  const both = mine ? [mine, theirs] : [theirs];
  const first = Math.min(...both.map(({ at }) => at || 0));
  const at = Math.min(...both.map(({ at }) => at || Infinity));
  const versions = [...new Set(both.flatMap(({ versions = [] }) => versions))];
  const unaided = both.every((mark) => (mark.at || 0) > first || mark.unaided === true);
  return { at: Number.isFinite(at) ? at : 0, versions, unaided };
}
