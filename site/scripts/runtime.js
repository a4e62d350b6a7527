/** What workers boot from: fetched once, and kept for every worker of the page. */

import { createKeeper } from "./keeper-calls.js";
import { once } from "./once.js";
import { makeWorkerScript } from "./scripts.js";

/** @import { RuntimeManifest } from "./contracts.js" */
/** @import { Keeper, OnProgress } from "./keeper-calls.js" */
/** @import { Assets, BootFacts, PartMessage } from "./protocol.js" */

/** @typedef {ReturnType<typeof createRuntime>} Runtime */

/**
 * @typedef {object} Start how a worker starts
 * @property {Promise<string>} url of its script
 * @property {BootFacts} facts
 * @property {(keyof Assets)[]} parts what it starts from
 * @property {Promise<unknown>} whole all of that has come; rejects where a part does not come whole
 * @property {(port: MessagePort) => Promise<void>} hand sends each part through a port, as soon as it has come
 * @typedef {{ keeper: Keeper, number: number, script: () => Promise<string> }} Shared what all runtimes of a page have alike
 */

/** What each way starts from, in the order of asking: first what a worker needs first. */
const PARTS = {
  plain: /** @type {const} */ (["wasm", "stdlib", "plain"]),
  restored: /** @type {const} */ (["meta", "wasm", "heap", "libraries", "stdlib", "files"]),
};

/**
 * The runtime of a page; each part is fetched when it is first asked for, again after a failure.
 *
 * @param {RuntimeManifest} manifest
 * @param {Shared | null} given what another runtime of the page has already
 */
export function createRuntime(manifest, given = null) {
  const { lock, packages } = manifest;
  const base = new URL(manifest.base, document.baseURI).href;
  const keeper = given?.keeper ?? createKeeper();
  const number = keeper.know({ ...manifest, base }, given?.number ?? null);
  const script = given?.script ?? once(() => makeWorkerScript(receive(keeper, number, "scripts")));
  const heap = base + manifest.files.find(({ kind }) => kind === "heap")?.path;

  /**
   * Fetch what a worker starts from; nothing is waited for.
   *
   * @param {"plain" | "restored"} way
   * @param {OnProgress} onProgress
   * @param {(keyof Assets)[]} [more] that it is to have too
   * @returns {Start}
   */
  function load(way, onProgress, more = []) {
    const parts = [...PARTS[way], ...more];
    const url = script(); // asked for ahead of the parts
    const whole = Promise.all([url, keeper.bring(number, parts, onProgress)]);
    whole.then(way === "restored" ? () => noteKept(heap) : null, () => {});
    return { url, facts: { base, lock, packages }, parts, whole, hand: (port) => keeper.hand(number, parts, port) };
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

  return { load, isCached, hasSnapshot: manifest.snapshot !== null, shared: { keeper, number, script } };
}

/**
 * Have a part here, in the page.
 *
 * @template {keyof Assets} Name
 * @param {Keeper} keeper
 * @param {number} runtime
 * @param {Name} name
 * @returns {Promise<Assets[Name]>}
 */
async function receive(keeper, runtime, name) {
  await keeper.bring(runtime, [name]);
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    port1.onmessage = (/** @type {MessageEvent<PartMessage>} */ { data }) => {
      port1.close();
      resolve(data.value);
    };
    port1.postMessage("listening");
    keeper.hand(runtime, [name], port2).catch(reject);
  });
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
