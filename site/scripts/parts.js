/** What workers start from: each part is fetched when it is first asked for, again after a failure. */

import { fetchBytes, fetchModule } from "./fetching.js";
import { fetchInflated } from "./loading.js";
import { once } from "./once.js";

/** @import { RuntimeFile, RuntimeManifest } from "./contracts.js" */
/** @import { Expected } from "./fetching.js" */
/** @import { Assets, SnapshotMeta } from "./protocol.js" */

/**
 * @typedef {object} Fetching
 * @property {(bytes: number) => (received: number) => void} expect says how much will come, then how much has
 * @property {() => boolean} isServed a service worker answers
 */

/**
 * @param {RuntimeManifest} manifest its `base` is a whole URL
 * @param {Fetching} fetching
 * @returns {{ [Name in keyof Assets]: () => Promise<Assets[Name]> }}
 */
export function createParts(manifest, fetching) {
  const { bytes, module, inflated } = createFetchers(manifest.base, fetching);
  const ofKind = (/** @type {RuntimeFile["kind"]} */ kind) => manifest.files.filter((file) => file.kind === kind);
  const all = (/** @type {RuntimeFile["kind"]} */ kind) => Promise.all(ofKind(kind).map(bytes));
  return {
    scripts: once(() => all("script")),
    wasm: once(() => module(ofKind("wasm")[0])),
    stdlib: once(() => bytes(ofKind("stdlib")[0])),
    plain: once(async () => {
      const [[grader], wheels] = await Promise.all([all("grader"), all("wheel")]);
      return { grader, wheels };
    }),
    meta: once(async () => readMeta(manifest.snapshot, await bytes(ofKind("meta")[0]))),
    heap: once(() => Promise.all(ofKind("heap").map(inflated))),
    libraries: once(() => Promise.all(ofKind("library").map(module))),
    files: once(() => inflated(ofKind("files")[0])),
    assist: once(() => bytes(ofKind("assist")[0])),
  };
}

/**
 * @param {string} base
 * @param {Fetching} fetching
 */
function createFetchers(base, { expect, isServed }) {
  /**
   * @template T
   * @param {(url: string, expected: Expected) => Promise<T>} fetchIt
   * @returns {(file: RuntimeFile) => Promise<T>}
   */
  const by = (fetchIt) => (file) => {
    const { bytes, size = bytes, integrity = "" } = file;
    const url = base + file.path;
    const expected = { size, integrity, count: expect(bytes) };
    // What a service worker keeps can be damaged: this asks past it, and it drops its copy.
    const again = { ...expected, cache: /** @type {const} */ ("reload") };
    return fetchIt(url, expected).catch((error) => (isServed() ? fetchIt(url, again) : Promise.reject(error)));
  };
  return {
    bytes: by(fetchBytes),
    module: by(fetchModule),
    inflated: by(fetchInflated),
  };
}

/**
 * @param {string | null} id
 * @param {ArrayBuffer} bytes
 */
function readMeta(id, bytes) {
  /** @type {SnapshotMeta} */
  const meta = JSON.parse(new TextDecoder().decode(bytes));
  if (meta.id !== id) throw new Error("The snapshot belongs to another build");
  return meta;
}
