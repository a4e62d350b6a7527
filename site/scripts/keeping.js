/** Puts runs into the history. That takes a moment: a run whose page was left meanwhile is put there by the next page. */

import { pack } from "./packing.js";
import { isReadable } from "./record-shapes.js";

/** @import { Runs } from "./runs.js" */
/** @import { Store } from "./store.js" */
/** @import { PlainRun } from "./work-file.js" */

const KIND = "pending";

/** @param {{ store: Store, runs: Runs, slug: string }} options */
export function createKeeping({ store, runs, slug }) {
  /** @type {PlainRun[]} */
  let pending = [];

  /** @param {PlainRun[]} rest */
  function note(rest) {
    pending = rest;
    store.write(KIND, slug, rest.length ? JSON.stringify(rest) : null);
  }

  /** @param {PlainRun} run */
  async function keep(run) {
    note([...pending, run]);
    await runs.add({ ...run, code: await pack(run.code) });
    note(pending.filter((one) => one !== run));
  }

  return {
    keep,
    /** Keep what the page before had no time for. */
    takeOver() {
      const text = store.read(KIND, slug);
      if (text !== null && isReadable(KIND, text)) for (const run of JSON.parse(text)) void keep(run);
    },
  };
}
