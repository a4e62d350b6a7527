/** What workers boot from: fetched once, counting bytes, and kept for every worker of the page. */

import { fetchBytes, fetchModule } from "./fetching.js";

/** @import { RuntimeFile, RuntimeManifest } from "./contracts.js" */
/** @import { Snapshot, SnapshotMeta, WorkerAssets } from "./protocol.js" */

/**
 * @typedef {{ assets: WorkerAssets, workerUrl: string }} Runtime
 * @typedef {(received: number, total: number) => void} OnProgress in bytes
 */

/**
 * The runtime of a page; each part is fetched when it is first asked for, again after a failure.
 *
 * @param {RuntimeManifest} manifest
 */
export function createRuntime(manifest) {
  const url = (/** @type {RuntimeFile} */ file) => new URL(manifest.base + file.path, document.baseURI).href;
  const ofKind = (/** @type {RuntimeFile["kind"]} */ kind) => manifest.files.filter((file) => file.kind === kind);
  const progress = countBytes();
  const expected = (/** @type {RuntimeFile} */ file) => ({
    count: progress.expect(file.bytes),
    integrity: file.integrity ?? "",
  });
  const bytes = (/** @type {RuntimeFile} */ file) =>
    fetchBytes(url(file), { ...expected(file), size: file.size ?? file.bytes });
  const module = (/** @type {RuntimeFile} */ file) =>
    fetchModule(url(file), { ...expected(file), size: file.bytes });

  const core = once(async () => {
    const scripts = ofKind("script").map(bytes);
    const [wasm, stdlib, worker] = await Promise.all([module(ofKind("wasm")[0]), bytes(ofKind("stdlib")[0]), fetchWorker()]);
    const [pyodide, create] = (await Promise.all(scripts)).map(toUrl);
    return { wasm, stdlib, workerUrl: workerUrl(pyodide, create, worker) };
  });

  const libraries = once(async () => {
    const [[grader], wheels] = await Promise.all([Promise.all(ofKind("grader").map(bytes)), Promise.all(ofKind("wheel").map(bytes))]);
    return { grader, wheels };
  });

  const snapshot = once(async () => {
    const [heap, files, meta, ...modules] = await Promise.all([
      bytes(ofKind("heap")[0]),
      bytes(ofKind("files")[0]),
      bytes(ofKind("meta")[0]),
      ...ofKind("library").map(module),
    ]);
    return openSnapshot(manifest.snapshot, meta, heap, files, modules);
  });

  /**
   * @param {"plain" | "restored"} way
   * @param {OnProgress} onProgress
   * @returns {Promise<Runtime>} rejects where a part does not come whole
   */
  async function load(way, onProgress) {
    progress.onProgress = onProgress;
    const special = way === "plain" ? libraries() : snapshot();
    // Where one part fails, the others still come: a load that is over says no more of them.
    const parts = Promise.all([core(), special]).finally(() => (progress.onProgress = () => {}));
    const [{ wasm, stdlib, workerUrl }, part] = await parts;
    const assets = { base: new URL(manifest.base, document.baseURI).href, lock: manifest.lock, wasm, stdlib };
    const own = way === "plain" ? { plain: part, snapshot: null } : { plain: null, snapshot: part };
    return { assets: /** @type {WorkerAssets} */ ({ ...assets, ...own }), workerUrl };
  }

  /** Tell whether an earlier visit has left the snapshot in the browser's cache. */
  async function isCached() {
    const heap = url(ofKind("heap")[0]);
    const answer = await fetch(heap, { method: "HEAD", cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
    return answer?.ok ?? false;
  }

  return { load, isCached, hasSnapshot: manifest.snapshot !== null };
}

/**
 * @param {string | null} id
 * @param {ArrayBuffer} metaBytes
 * @param {ArrayBuffer} heap
 * @param {ArrayBuffer} files
 * @param {WebAssembly.Module[]} modules
 * @returns {Snapshot}
 */
function openSnapshot(id, metaBytes, heap, files, modules) {
  /** @type {SnapshotMeta} */
  const meta = JSON.parse(new TextDecoder().decode(metaBytes));
  if (meta.id !== id) throw new Error("The snapshot belongs to another build");
  return { meta, heap, files, libraries: meta.libraries.map(({ path }, i) => [path, modules[i]]) };
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

async function fetchWorker() {
  const response = await fetch(new URL("worker.js", import.meta.url));
  if (!response.ok) throw new Error(`worker.js: HTTP ${response.status}`);
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
