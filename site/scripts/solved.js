/** Which problems have been solved in this browser, and which versions of them. */

/** @import { Store } from "./store.js" */

const KIND = "solved";

/**
 * @typedef {{ at: number, versions?: string[] }} Mark the first time in milliseconds, and which versions of the
 *   problem were solved; a mark of the site's first days names none
 */

/** @param {Store} store */
export function createSolved(store) {
  /** @param {string} slug */
  const read = (slug) => readMark(store.read(KIND, slug));
  return {
    read,
    /** @param {string} slug @returns {boolean} */
    has: (slug) => store.read(KIND, slug) !== null,
    /** Remember the first time a problem was solved, and this version of it. @param {string} slug @param {string} version */
    mark(slug, version) {
      const { at = 0, versions = [] } = read(slug) ?? {};
      if (versions.includes(version)) return;
      store.write(KIND, slug, JSON.stringify({ at: at || Date.now(), versions: [...versions, version] }));
    },
    /** Whether it is solved, but only in other versions than this. @param {string} slug @param {string} version */
    isOutdated(slug, version) {
      const { versions = [] } = read(slug) ?? {};
      return versions.length > 0 && !versions.includes(version);
    },
  };
}

/** @param {string | null} text @returns {Mark | null} */
function readMark(text) {
  if (text === null) return null;
  try {
    const { at, versions } = JSON.parse(text) ?? {};
    return { at: typeof at === "number" ? at : 0, versions: Array.isArray(versions) ? versions : [] };
  } catch {
    return { at: 0 }; // another program wrote this key: solved, but when is not known
  }
}
