/** Fills the cache of a new release: the shell, and what of the last release is kept here. */

import { isSparing } from "../line.js";
import { each } from "./each.js";
import { nameCaches } from "./names.js";
import { openRelease } from "./release.js";
import { readWanted } from "./wanted.js";

/** @typedef {Awaited<ReturnType<typeof openRelease>>} Release */

const AT_ONCE = 6;

/**
 * Rejects where something does not come: then the last release stays, as a whole. Only where the storage is full
 * is a page left out.
 * @param {string} root @param {string} id @param {Release} release
 */
export async function installRelease(root, id, release) {
  const { manifest } = release;
  const before = await findBefore(root, id);
  const lists = (await readWanted(root)).filter((list) => list in manifest.lists).map((list) => manifest.lists[list]);
  const wanted = lists.flatMap(({ pages }) => pages);
  const visited = before.pages.filter((page) => page in manifest.pages);
  const shell = release.allOf([""]);
  const listed = release.allOf(wanted, lists.flatMap(({ groups }) => groups));
  const [snapshot, plain] = release.divide(release.allOf(visited));
  // On a slow line, a new snapshot comes with a later visit, as the last one did.
  const rest = isSparing() ? plain : [...plain, ...snapshot];
  const kept = await release.kept();
  const missing = (/** @type {string[]} */ paths) => [...new Set(paths)].filter((path) => !kept.has(path));
  await each(AT_ONCE, missing(shell), (path) => take(root, release, before, path));
  await each(AT_ONCE, missing([...listed, ...rest]).filter((path) => !shell.includes(path)), async (path) => {
    try {
      await take(root, release, before, path);
    } catch (error) {
      if (!isFull(error)) throw error;
    }
  });
}

/** @param {unknown} error */
export function isFull(error) {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

/** What earlier releases have left: their pages, and every file by its hash, wherever it was.
 * @param {string} root @param {string} id */
async function findBefore(root, id) {
  const names = nameCaches(root);
  const others = (await caches.keys()).filter((name) => names.isRelease(name) && name !== names.release(id));
  const stores = await Promise.all(others.map((name) => caches.open(name)));
  const paths = (await Promise.all(stores.map((store) => store.keys()))).flat().map(({ url }) => url.slice(root.length));
  /** @type {Map<string, string>} */
  const places = new Map();
  for (const list of paths.filter((path) => path.startsWith("offline/"))) {
    const { files } = await (await caches.match(root + list))?.json();
    for (const [path, [hash]] of Object.entries(files)) places.set(hash, path);
  }
  stores.push(await caches.open(names.runtime));
  return { stores, places, pages: paths.filter((path) => path === "" || path.endsWith("/")) };
}

/** Take over what has not changed, fetch the rest.
 * @param {string} root @param {Release} release @param {Awaited<ReturnType<typeof findBefore>>} before @param {string} path */
async function take(root, release, { stores, places }, path) {
  const old = places.get(release.manifest.files[path]?.[0]) ?? path;
  for (const store of stores) {
    const found = await store.match(root + old, { ignoreVary: true });
    if (found && (await release.adopt(path, found))) return;
  }
  await release.keep(path);
}
