/** What this browser keeps for the site, and what happens where it keeps nothing. */

import { isReadable } from "./record-shapes.js";

/** The version of what is stored; part of every key. */
const FORMAT = 1;
/** The kind of what was there and cannot be read. */
const ASIDE = "aside";

/** @typedef {{ kind: string, slug: string, text: string }} Aside a record that this version cannot read */
/**
 * `write` says whether the text will outlast the page, and first keeps aside what it would replace and cannot be read;
 * `keepAside` does only that; `slugs` are those of which something is kept;
 * `watch` tells what another tab has written, null where it took it away; `watchAll` that it wrote anything.
 * @typedef {{ read: (kind: string, slug: string) => string | null,
 *   write: (kind: string, slug: string, text: string | null) => boolean,
 *   keepAside: (kind: string, slug: string) => void,
 *   slugs: (kind: string) => string[],
 *   watch: (kind: string, slug: string, onWrite: (text: string | null) => void) => void,
 *   watchAll: (onWrite: () => void) => void,
 *   isBlocked: () => boolean }} Store
 */

/**
 * Open the store of one site. Sites below different base paths of one origin do not meet.
 * Where storage is blocked or full, values last as long as the page and `onTrouble` is called once.
 * @param {{ storage: () => Storage, site: string, onTrouble: () => void, onAside: (aside: Aside) => void }} options
 * @returns {Store}
 */
export function openStore({ storage, site, onTrouble, onAside }) {
  /** @type {Map<string, string | null>} */
  const unsaved = new Map();
  let troubled = false;
  const trouble = () => {
    if (!troubled) onTrouble();
    troubled = true;
  };
  const keyOf = (/** @type {string} */ kind, /** @type {string} */ slug) =>
    `scratchwork:${FORMAT}:${site}:${kind}:${slug}`;

  /** Throws where there is no room for it: then it may not be replaced. @param {string} kind @param {string} slug */
  function copyAside(kind, slug) {
    const text = storage().getItem(keyOf(kind, slug));
    if (text === null || isReadable(kind, text)) return;
    for (let place = 1; ; place += 1) {
      const key = keyOf(ASIDE, `${kind}:${slug}${place > 1 ? `:${place}` : ""}`);
      const there = storage().getItem(key);
      if (there === text) return;
      if (there !== null) continue;
      storage().setItem(key, text);
      return onAside({ kind, slug, text });
    }
  }

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
        copyAside(kind, slug);
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
    keepAside(kind, slug) {
      try {
        copyAside(kind, slug);
      } catch {
        trouble();
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
        storage().getItem("");
        return false;
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
