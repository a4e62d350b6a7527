/** What workers boot from: fetched once, counting bytes, and kept for every worker of the page. */

import { createParts } from "./parts.js";

/** @import { RuntimeManifest } from "./contracts.js" */
/** @import { BootFacts } from "./protocol.js" */

/** @typedef {ReturnType<typeof createRuntime>} Runtime */

/**
 * @typedef {object} Start how a worker starts
 * @property {Promise<string>} url of its script
 * @property {BootFacts} facts
 * @property {Record<string, Promise<unknown>>} parts what it starts from, each as soon as it has come
 * @typedef {(received: number, total: number) => void} OnProgress in bytes
 * @typedef {{ script: () => Promise<string>, parts: Record<string, () => Promise<unknown>> }} Shared
 *   what all runtimes of a page start from alike
 */

/** What each way starts from, in the order of asking: first what a worker needs first. */
const PARTS = {
  plain: ["wasm", "stdlib", "plain"],
  restored: ["meta", "wasm", "heap", "libraries", "stdlib", "files"],
};

/**
 * The runtime of a page; each part is fetched when it is first asked for, again after a failure.
 *
 * @param {RuntimeManifest} manifest
 * @param {Shared | null} given what another runtime of the page has already
 */
export function createRuntime(manifest, given = null) {
  const progress = countBytes();
  const own = createParts(manifest, progress.expect);
  const script = given?.script ?? own.script;
  const { assist, heap } = own;
  const parts = { ...own.parts, ...given?.parts };
  /** @type {Shared} */
  const shared = { script, parts: { wasm: parts.wasm, stdlib: parts.stdlib } };
  const { base, lock, packages } = manifest;
  const facts = { base: new URL(base, document.baseURI).href, lock, packages };

  /**
   * Fetch what a worker starts from; nothing is waited for.
   *
   * @param {"plain" | "restored"} way
   * @param {OnProgress} onProgress
   * @returns {Start}
   */
  function load(way, onProgress) {
    progress.onProgress = onProgress;
    const url = script(); // asked for ahead of the parts
    const start = { url, facts, parts: Object.fromEntries(PARTS[way].map((name) => [name, parts[name]()])) };
    // Where one part fails, the others still come: a load that is over says no more of them.
    const over = () => (progress.onProgress = () => {});
    whole(start).then(way === "restored" ? () => (over(), noteKept(heap)) : over, over);
    return start;
  }

  /**
   * Tell whether an earlier visit has left the snapshot in the browser's cache. Only where one has fetched
   * it is the cache asked: that it has nothing, browsers report as an error.
   */
  async function isCached() {
    if (!wasKept(heap)) return false;
    /** @type {RequestInit} */
    const asCached = { method: "HEAD", cache: "only-if-cached", mode: "same-origin" };
    const answer = await fetch(heap, asCached).catch(() => null);
    return answer?.ok ?? false;
  }

  return { load, assist, isCached, hasSnapshot: manifest.snapshot !== null, shared };
}

/**
 * Wait until all of it has come.
 *
 * @param {Start} start
 * @returns {Promise<unknown>} rejects where a part does not come whole
 */
export function whole({ url, parts }) {
  return Promise.all([url, ...Object.values(parts)]);
}

const keyOf = (/** @type {string} */ url) => `scratchwork:1:${new URL("../..", url).pathname}:snapshot`;

/** Note that the whole snapshot has been fetched. @param {string} url of a part of it */
function noteKept(url) {
  try {
    localStorage.setItem(keyOf(url), url);
  } catch {
    // Then the next visit does not know it, and may take the plain way.
  }
}

/** @param {string} url of a part of a snapshot */
function wasKept(url) {
  try {
    return localStorage.getItem(keyOf(url)) === url;
  } catch {
    return false;
  }
}

function countBytes() {
  let received = 0;
  let total = 0;
  const counter = {
    /** @type {OnProgress} */
    onProgress: () => {},
    /** @param {number} bytes */
    expect(bytes) {
      total += bytes;
      let left = bytes;
      // A host that inflates on the way brings more than the file's size.
      return (/** @type {number} */ got) => {
        const counted = Math.min(got, left);
        left -= counted;
        counter.onProgress((received += counted), total);
      };
    },
  };
  return counter;
}
