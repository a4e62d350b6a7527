/** What workers start from: each part is fetched when it is first asked for, again after a failure. */

import { fetchBytes, fetchModule } from "./fetching.js";
import { fetchInflated } from "./loading.js";

/** @import { RuntimeFile, RuntimeManifest } from "./contracts.js" */
/** @import { Expected } from "./fetching.js" */
/** @import { SnapshotMeta } from "./protocol.js" */

/** @typedef {(bytes: number) => (received: number) => void} Expect says how much will come, then how much has */

/**
 * @param {RuntimeManifest} manifest
 * @param {Expect} expect
 */
export function createParts(manifest, expect) {
  const { url, bytes, module, inflated, loader } = createFetchers(manifest.base, expect);
  const ofKind = (/** @type {RuntimeFile["kind"]} */ kind) => manifest.files.filter((file) => file.kind === kind);
  const all = (/** @type {RuntimeFile["kind"]} */ kind) => Promise.all(ofKind(kind).map(bytes));
  /** @type {Record<string, () => Promise<unknown>>} */
  const parts = {
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
  };
  const assist = once(() => bytes(ofKind("assist")[0]));
  const script = once(async () => {
    // The loader comes along: once a submission has run, nothing but the runtime's files is asked for.
    const [worker, scripts] = await Promise.all([fetchScript("worker.js"), all("script"), loader()]);
    const [pyodide, create] = scripts.map(toUrl);
    return workerUrl(pyodide, create, worker);
  });
  return { script, parts, assist, heap: url(ofKind("heap")[0]) };
}

/**
 * @param {string} base
 * @param {Expect} expect
 */
function createFetchers(base, expect) {
  const url = (/** @type {RuntimeFile | undefined} */ file) => new URL(base + (file?.path ?? ""), document.baseURI).href;
  const loader = once(() => fetchScript("loader.js"));
  /**
   * @template T
   * @param {(url: string, expected: Expected) => Promise<T>} fetchIt
   * @returns {(file: RuntimeFile) => Promise<T>}
   */
  const by = (fetchIt) => (file) => {
    const { bytes, size = bytes, integrity = "" } = file;
    const expected = { size, integrity, count: expect(bytes) };
    // What the service worker keeps can be damaged: this asks past it, and it drops its copy.
    const again = { ...expected, cache: /** @type {const} */ ("reload") };
    const isKept = Boolean(navigator.serviceWorker?.controller);
    return fetchIt(url(file), expected).catch((error) => (isKept ? fetchIt(url(file), again) : Promise.reject(error)));
  };
  const inflated = by(async (place, expected) => fetchInflated(await loader(), place, expected));
  return { url, loader, bytes: by(fetchBytes), module: by(fetchModule), inflated };
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

/**
 * Call `work` once; again only after it failed.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
function once(work) {
  /** @type {Promise<T> | null} */
  let running = null;
  return () => {
    running ??= work().catch((error) => {
      running = null;
      throw error;
    });
    return running;
  };
}

/** @param {string} name */
async function fetchScript(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return toUrl(await response.arrayBuffer());
}

/** @param {ArrayBuffer} body */
function toUrl(body) {
  return URL.createObjectURL(new Blob([body], { type: "text/javascript" }));
}

/**
 * A worker made from a `blob:` URL inherits the page's policy; one made from a plain URL does not.
 * All its imports are blobs too: once loaded, the page needs no network for another worker.
 *
 * @param {string} pyodide
 * @param {string} create
 * @param {string} worker
 */
function workerUrl(pyodide, create, worker) {
  const source = `import { loadPyodide } from "${pyodide}";
import createPyodideModule from "${create}";
import { serve } from "${worker}";
serve({ loadPyodide, createPyodideModule });`;
  return toUrl(new TextEncoder().encode(source).buffer);
}
