/** Which problems have been solved in this browser. */

/** @import { Store } from "./store.js" */

const KIND = "solved";

/** @param {Store} store */
export function createSolved(store) {
  return {
    /** @param {string} slug @returns {boolean} */
    has: (slug) => store.read(KIND, slug) !== null,
    /** Remember the first time a problem was solved. @param {string} slug */
    mark(slug) {
      if (store.read(KIND, slug) === null) store.write(KIND, slug, JSON.stringify({ at: Date.now() }));
    },
  };
}
