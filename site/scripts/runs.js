/**
 * Every run of the tests that this browser keeps, and code that was replaced without a run.
 * In IndexedDB, not beside the drafts: localStorage has room for five million letters, which all sites of
 * an origin share, and writing to it stops the page.
 */

import { answer, done, openDatabase } from "./database.js";
import { findSurplus } from "./thinning.js";

/** The version of what is stored; part of the database's name. */
const FORMAT = 1;
const STORE = "runs";

/**
 * @typedef {object} Run `slug` and `at` together are its key
 * @property {string} slug
 * @property {number} at milliseconds since 1970
 * @property {string} state a report's state; "set-aside" where code was replaced without a run
 * @property {number} passed hidden tests
 * @property {number} total hidden tests
 * @property {number} seconds
 * @property {string} version of the problem
 * @property {Uint8Array<ArrayBuffer>} code packed
 */

/**
 * Open what is kept for one site. What cannot be kept lasts as long as the page; `onTrouble` tells it.
 * @param {{ site: string, onTrouble: () => void }} options
 */
export function openRuns({ site, onTrouble }) {
  /** @type {Run[]} */
  const unkept = [];
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  function open() {
    opened ??= openDatabase(`scratchwork:${FORMAT}:${site}`, STORE, ["slug", "at"], () => (opened = null));
    return opened;
  }

  /** All of a problem's runs, or of all problems, the oldest first. @param {string} [slug] @returns {Promise<Run[]>} */
  async function list(slug) {
    const others = unkept.filter((run) => slug === undefined || run.slug === slug);
    try {
      const store = (await open()).transaction(STORE).objectStore(STORE);
      const kept = await answer(store.getAll(slug === undefined ? null : rangeOf(slug)));
      return [...kept, ...others].sort((one, two) => one.at - two.at);
    } catch {
      onTrouble();
      return others;
    }
  }

  /**
   * Keep these runs, all or none; one whose moment is taken moves on by a millisecond, one that is there stays.
   * @param {Run[]} runs @returns {Promise<Run[]>} those that are new, as they are kept
   */
  async function merge(runs) {
    const transaction = (await open()).transaction(STORE, "readwrite");
    const over = done(transaction);
    const store = transaction.objectStore(STORE);
    const added = [];
    for (const run of runs) {
      const placed = await place(store, run);
      if (placed) added.push(placed);
    }
    await over;
    return added;
  }

  return {
    list,
    merge,
    /** Keep one run, and fewer of the old ones where there are many. @param {Run} run */
    async add(run) {
      try {
        await merge([run]);
        const surplus = findSurplus(await list(run.slug));
        if (surplus.length) await this.remove(surplus);
      } catch {
        unkept.push(run);
        onTrouble();
      }
    },
    /** @param {Pick<Run, "slug" | "at">[]} runs */
    async remove(runs) {
      const transaction = (await open()).transaction(STORE, "readwrite");
      const over = done(transaction);
      for (const { slug, at } of runs) transaction.objectStore(STORE).delete([slug, at]);
      await over;
    },
  };
}

/** @param {string} slug */
const rangeOf = (slug) => IDBKeyRange.bound([slug], [slug, []]);

/** @param {IDBObjectStore} store @param {Run} run @returns {Promise<Run | null>} null where it is there already */
async function place(store, run) {
  for (let at = run.at; ; at += 1) {
    /** @type {Run | undefined} */
    const there = await answer(store.get([run.slug, at]));
    if (there && equal(there, run)) return null;
    if (there) continue;
    const placed = { ...run, at };
    await answer(store.add(placed));
    return placed;
  }
}

/** The end of what is packed is a checksum and the length of what is in it. */
const TRAILER = -8;

/** @param {Run} one @param {Run} two */
function equal(one, two) {
  const words = (/** @type {Run} */ { state, passed, total, code }) =>
    `${state} ${passed} ${total} ${code.slice(TRAILER)}`;
  return words(one) === words(two);
}
