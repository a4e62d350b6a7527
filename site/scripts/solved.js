/** Which problems have been solved in this browser, and which versions of them. */

/** @import { Store } from "./store.js" */

const KIND = "solved";

/**
 * @typedef {{ at: number, versions?: string[], unaided?: boolean }} Mark the first time in milliseconds, which versions
 *   of the problem were solved, and that no help was opened before; a mark of the site's first days knows neither
 */

/** @param {Store} store */
export function createSolved(store) {
  /** @param {string} slug */
  const read = (slug) => readMark(store.read(KIND, slug));
  return {
    read,
    /** @param {string} slug @returns {boolean} */
    has: (slug) => store.read(KIND, slug) !== null,
    /** Remember the first time a problem was solved, and this version of it.
     * @param {string} slug @param {string} version @param {boolean} noHelp was opened until now */
    mark(slug, version, noHelp) {
      const before = read(slug);
      const { at = 0, versions = [] } = before ?? {};
      if (versions.includes(version)) return;
      const unaided = before ? before.unaided : noHelp;
      store.write(KIND, slug, JSON.stringify({ at: at || Date.now(), versions: [...versions, version], unaided }));
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
    const { at, versions, unaided } = JSON.parse(text) ?? {};
    return {
      at: typeof at === "number" ? at : 0,
      versions: Array.isArray(versions) ? versions : [],
      unaided: unaided === true,
    };
  } catch {
    return { at: 0 }; // another program wrote this key: solved, but when is not known
  }
}
