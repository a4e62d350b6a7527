/** One release of the site as this browser keeps it: which files it is made of, and which of them are there. */

import { nameCaches } from "./names.js";
import { fetchVerified, isWanted } from "./verified.js";

/** @import { Wanted } from "./verified.js" */

/**
 * What the build says of a release; paths are relative to the site's root. Every page needs the group `shell`.
 * @typedef {{ id: string, bytes: number, groups: string[] }} KeptPage
 * @typedef {object} Manifest
 * @property {string} assets the folder of the scripts and styles
 * @property {string} search the version of the index that the catalogue asks for
 * @property {Record<string, [hash: string, bytes: number]>} files
 * @property {Record<string, string[]>} groups
 * @property {Record<string, KeptPage>} pages
 * @property {Record<string, { pages: string[], groups: string[] }>} lists
 *
 * @typedef {object} Fetching
 * @property {boolean} [cached] take only what the browser has already
 * @property {AbortSignal} [signal]
 * @property {(bytes: number) => void} [count]
 */

const HASHED = /^(?:assets|runtime)\//;
const SNAPSHOT = /^runtime\/[^/]+\/snapshot-/;

/**
 * Open a release; its manifest comes from the cache, or once from the network.
 * @param {string} root the address of the site
 * @param {string} id
 */
export async function openRelease(root, id) {
  const names = nameCaches(root);
  const own = await caches.open(names.release(id));
  const shared = await caches.open(names.runtime);
  const manifest = await readManifest(own, `${root}offline/${id}.json`);
  const cacheOf = (/** @type {string} */ path) => (path.startsWith("runtime/") ? shared : own);

  /** @returns {Promise<Set<string>>} the paths that are kept */
  async function kept() {
    const requests = [...(await own.keys()), ...(await shared.keys())];
    return new Set(requests.map(({ url }) => url.slice(root.length)));
  }

  /** Everything that goes with pages and groups. @param {string[]} pages @param {string[]} [groups] */
  function allOf(pages, groups = []) {
    const named = new Set(["shell", ...groups, ...pages.flatMap((page) => manifest.pages[page]?.groups ?? [])]);
    const files = [...named].flatMap((group) => manifest.groups[group] ?? []);
    return [...new Set([...files, ...pages.filter((page) => page in manifest.pages)])];
  }

  /** What only makes Python start sooner, and the rest. @param {string[]} paths @returns {[string[], string[]]} */
  const divide = (paths) => [paths.filter((path) => SNAPSHOT.test(path)), paths.filter((path) => !SNAPSHOT.test(path))];

  /** @param {string} path @returns {Wanted} */
  const wantedOf = (path) => (manifest.pages[path] ? { page: manifest.pages[path].id } : { hash: manifest.files[path][0] });

  /** Keep a page or file. @param {string} path @param {Fetching} [fetching] */
  function keep(path, fetching = {}) {
    const { cached = false, ...rest } = fetching;
    const mode = cached ? "only-if-cached" : HASHED.test(path) ? "force-cache" : "no-cache";
    return fetchVerified(cacheOf(path), root + path, { wanted: wantedOf(path), mode, ...rest });
  }

  /** Take over what an earlier release had, if it is the same. @param {string} path @param {Response} old */
  async function adopt(path, old) {
    const copy = old.clone();
    if (!(await isWanted(new Uint8Array(await old.arrayBuffer()), wantedOf(path)))) return false;
    await cacheOf(path).put(root + path, copy);
    return true;
  }

  /** Drop files of the runtime. @param {(path: string) => boolean} stays */
  async function dropRuntime(stays) {
    const gone = (await shared.keys()).filter(({ url }) => !stays(url.slice(root.length)));
    await Promise.all(gone.map((request) => shared.delete(request)));
  }

  const bytesOf = (/** @type {string} */ path) => manifest.pages[path]?.bytes ?? manifest.files[path][1];
  return { manifest, kept, allOf, divide, keep, adopt, dropRuntime, bytesOf, cacheOf };
}

/** @param {Cache} cache @param {string} url @returns {Promise<Manifest>} */
async function readManifest(cache, url) {
  const known = await cache.match(url, { ignoreVary: true });
  if (known) return known.json();
  const answer = await fetch(url, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
  const copy = answer.clone();
  const manifest = await answer.json();
  await cache.put(url, copy);
  return manifest;
}
