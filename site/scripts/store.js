/** What this browser keeps for the site, and what happens where it keeps nothing. */

/** The version of what is stored; part of every key. */
const FORMAT = 1;

/**
 * `write` says whether the text will outlast the page; `slugs` are those of which something is kept;
 * `watch` tells what another tab has written, null where it took it away; `watchAll` that it wrote anything.
 * @typedef {{ read: (kind: string, slug: string) => string | null,
 *   write: (kind: string, slug: string, text: string | null) => boolean,
 *   slugs: (kind: string) => string[],
 *   watch: (kind: string, slug: string, onWrite: (text: string | null) => void) => void,
 *   watchAll: (onWrite: () => void) => void,
 *   isBlocked: () => boolean }} Store
 */

/**
 * Open the store of one site. Sites below different base paths of one origin do not meet.
 * Where storage is blocked or full, values last as long as the page and `onTrouble` is called once.
 * @param {{ storage: () => Storage, site: string, onTrouble: () => void }} options
 * @returns {Store}
 */
export function openStore({ storage, site, onTrouble }) {
  /** @type {Map<string, string | null>} */
  const unsaved = new Map();
  let troubled = false;
  const trouble = () => {
    if (!troubled) onTrouble();
    troubled = true;
  };
  const keyOf = (/** @type {string} */ kind, /** @type {string} */ slug) =>
    `scratchwork:${FORMAT}:${site}:${kind}:${slug}`;
  return {
    read(kind, slug) {
      const key = keyOf(kind, slug);
      try {
        return unsaved.get(key) ?? storage().getItem(key);
      } catch {
        trouble();
        return null;
      }
    },
    write(kind, slug, text) {
      const key = keyOf(kind, slug);
      try {
        if (text === null) storage().removeItem(key);
        else storage().setItem(key, text);
        unsaved.delete(key);
        return true;
      } catch {
        unsaved.set(key, text);
        trouble();
        return false;
      }
    },
    slugs(kind) {
      const start = keyOf(kind, "");
      try {
        const keys = new Set([...Object.keys(storage()), ...unsaved.keys()]);
        return [...keys].filter((key) => key.startsWith(start)).map((key) => key.slice(start.length)).sort();
      } catch {
        trouble();
        return [];
      }
    },
    isBlocked() {
      try {
        return storage().getItem("") === undefined;
      } catch {
        return true;
      }
    },
    watch(kind, slug, onWrite) {
      addEventListener("storage", ({ key, newValue }) => {
        if (key === keyOf(kind, slug)) onWrite(newValue);
      });
    },
    watchAll(onWrite) {
      addEventListener("storage", ({ key }) => {
        if (key === null || key.startsWith(`scratchwork:${FORMAT}:${site}:`)) onWrite();
      });
    },
  };
}
