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
 * @property {"scratch" | "input"} [part] where the text stood that was replaced, if not in the editor
 * @property {number} passed hidden tests
 * @property {number} total hidden tests
 * @property {number} seconds
 * @property {string} version of the problem
 * @property {Uint8Array<ArrayBuffer>} code packed
 */

/** @typedef {ReturnType<typeof openRuns>} Runs */

/**
 * Open what is kept for one site. What cannot be kept lasts as long as the page; `onTrouble` tells it.
 * @param {{ site: string, onTrouble: () => void }} options
 */
export function openRuns({ site, onTrouble }) {
  /** @type {Run[]} */
  const unkept = [];
  /** @type {Promise<IDBDatabase> | null} */
  let opened = null;

  /** What could not be opened is tried again. */
  function open() {
    const forget = () => (opened = null);
    opened ??= openDatabase(`scratchwork:${FORMAT}:${site}`, STORE, ["slug", "at"], forget);
    opened.catch(forget);
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
    const [added] = await Promise.all([placeAll(transaction.objectStore(STORE), runs), done(transaction)]);
    return added;
  }

  /** @param {Pick<Run, "slug" | "at">[]} runs */
  async function remove(runs) {
    const transaction = (await open()).transaction(STORE, "readwrite");
    const over = done(transaction);
    for (const { slug, at } of runs) transaction.objectStore(STORE).delete([slug, at]);
    await over;
  }

  return {
    list,
    merge,
    remove,
    /** Whether there is a run with this code. @param {Run} run */
    async has({ slug, code }) {
      return (await list(slug)).some((run) => endOf(run) === endOf({ code }));
    },
    /** Keep one run, and fewer of the old ones where there are many. @param {Run} run @returns {Promise<boolean>} whether it is kept */
    async add(run) {
      try {
        await merge([run]);
      } catch {
        unkept.push(run);
        onTrouble();
        return false;
      }
      const surplus = findSurplus(await list(run.slug));
      if (surplus.length) await remove(surplus).catch(onTrouble);
      return true;
    },
  };
}

/** @param {string} slug */
const rangeOf = (slug) => IDBKeyRange.bound([slug], [slug, []]);

/** @param {IDBObjectStore} store @param {Run[]} runs @returns {Promise<Run[]>} those that were not there */
async function placeAll(store, runs) {
  /** Where to look for a free moment after the last run of the same one. @type {Map<string, number>} */
  const next = new Map();
  const added = [];
  for (const run of runs) {
    const moment = `${run.slug} ${run.at}`;
    const placed = await place(store, run, next.get(moment) ?? run.at);
    next.set(moment, placed.at + 1);
    if (placed.isNew) added.push({ ...run, at: placed.at });
  }
  return added;
}

/** So far another browser may have moved a run whose moment was taken. */
const NEAR_MS = 20;

/** @param {IDBObjectStore} store @param {Run} run @param {number} from */
async function place(store, run, from) {
  const { slug, at: moment } = run;
  /** @type {Run[]} */
  const near = await answer(store.getAll(IDBKeyRange.bound([slug, moment - NEAR_MS], [slug, moment + NEAR_MS])));
  const there = near.find((one) => equal(one, run));
  if (there) return { at: there.at, isNew: false };
  let at = from;
  while (await answer(store.getKey([slug, at]))) at += 1;
  await answer(store.add({ ...run, at }));
  return { at, isNew: true };
}

/** The end of what is packed is a checksum and the length of what is in it. */
const TRAILER = -8;

/** What tells code from other code. @param {Pick<Run, "code">} run */
export const endOf = ({ code }) => String(code.slice(TRAILER));

/** @param {Run} one @param {Run} two */
function equal(one, two) {
  const words = (/** @type {Run} */ run) => `${run.state} ${run.passed} ${run.total} ${endOf(run)}`;
  return words(one) === words(two);
}
