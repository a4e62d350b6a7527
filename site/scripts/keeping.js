/** Puts runs into the history. That takes a moment: a run whose page was left meanwhile is put there by the next page. */

import { pack } from "./packing.js";
import { isReadable } from "./record-shapes.js";

/** @import { Runs } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { PlainRun } from "./work-file.js" */

const KIND = "pending";
/** So many of a problem's runs wait at most where there is no history to put them into. */
const MOST = 5;

/** @param {{ store: Store, runs: Runs }} options */
export function createKeeping({ store, runs }) {
  const namesOf = (/** @type {string} */ slug = "") =>
    store.slugs(KIND).filter((name) => slug === "" || name === slug || name.startsWith(`${slug}:`));

  /** Put there what is under a name; two pages that do so at once put it there once. @param {string} name */
  async function settle(name) {
    const text = store.read(KIND, name);
    if (text === null || !isReadable(KIND, text)) return;
    let kept = true;
    for (const run of JSON.parse(text)) kept = (await put(run)) && kept;
    if (kept) store.write(KIND, name, null);
  }

  /** What was replaced is put there unless a run has it. @param {PlainRun} run */
  async function put(run) {
    const packed = { ...run, code: await pack(run.code) };
    return (run.state === "set-aside" && (await runs.has(packed))) || (await runs.add(packed));
  }

  return {
    /** @param {PlainRun} run */
    keep(run) {
      // Under a name of its own: of two tabs, neither writes over what the other has on its way.
      const name = `${run.slug}:${run.at}-${Math.random().toString(36).slice(2)}`;
      store.write(KIND, name, JSON.stringify([run]));
      const others = namesOf(run.slug).filter((one) => one !== name);
      for (const old of others.slice(0, 1 - MOST)) store.write(KIND, old, null);
      return settle(name);
    },
    /** Keep what the pages before had no time for; of all problems, if none is named. @param {string} [slug] */
    takeOver: async (slug) => void (await Promise.all(namesOf(slug).map(settle))),
  };
}
