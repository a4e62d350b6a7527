/** Which problems have been solved in this browser. */

/** @typedef {{ read: (kind: string, slug: string) => string | null, write: (kind: string, slug: string, text: string) => void }} Store */

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
