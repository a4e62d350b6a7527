/** One list of pages that is made available offline as a whole. */

import { each } from "./each.js";
import { readWanted, writeWanted } from "./wanted.js";

/** @import { KeptSite } from "../offline.js" */
/** @import { Release } from "./installing.js" */
/** @typedef {{ total: number, left: number, isWanted: boolean }} Measure in bytes */

const AT_ONCE = 4;

/** @param {KeptSite} site @param {string} name */
export function createList({ root, page, release }, name) {
  // A newer release than the page's may have no such list.
  const listOf = (/** @type {Release} */ own) => own.manifest.lists[name] ?? { pages: [], groups: [] };

  /** @param {Release} own */
  function pathsOf(own) {
    const { pages, groups } = listOf(own);
    return own.allOf(pages, groups);
  }

  /** @returns {Promise<Measure>} */
  async function measure() {
    const own = await release();
    const kept = await own.kept();
    const sum = (/** @type {string[]} */ paths) => paths.reduce((bytes, path) => bytes + own.bytesOf(path), 0);
    const paths = pathsOf(own);
    const isWanted = (await readWanted(root)).includes(name);
    return { total: sum(paths), left: sum(paths.filter((path) => !kept.has(path))), isWanted };
  }

  /** @param {AbortSignal} signal @param {(bytes: number) => void} count */
  async function fetchAll(signal, count) {
    const own = await release();
    const kept = await own.kept();
    const missing = pathsOf(own).filter((path) => !kept.has(path));
    await each(AT_ONCE, missing, async (path) => {
      signal.throwIfAborted();
      await own.keep(path, { signal, count });
    });
    await writeWanted(root, [...new Set([...(await readWanted(root)), name])]);
  }

  /** Drop what only this list needs. The catalogue and the page that shows it stay. */
  async function remove() {
    const own = await release();
    const { lists } = own.manifest;
    const wanted = (await readWanted(root)).filter((list) => list !== name && list in lists);
    await writeWanted(root, wanted);
    const others = wanted.flatMap((list) => lists[list].pages);
    const gone = new Set(listOf(own).pages.filter((path) => path !== "" && path !== page && !others.includes(path)));
    const stay = [...(await own.kept())].filter((path) => path in own.manifest.pages && !gone.has(path));
    const needed = new Set(own.allOf(stay, wanted.flatMap((list) => lists[list].groups)));
    const unneeded = pathsOf(own).filter((path) => !needed.has(path));
    await Promise.all(unneeded.map((path) => own.cacheOf(path).delete(root + path)));
    await own.dropRuntime((path) => needed.has(path));
  }

  return { measure, fetchAll, remove };
}
