/** Fetches the runtime's files once, counting bytes, and keeps them for every worker of the page. */

/** @import { WorkerAssets } from "./protocol.js" */

/**
 * @typedef {{ base: string, lock: Record<string, string>, files: { path: string, kind: string, bytes: number }[] }} Manifest
 * @typedef {{ assets: WorkerAssets, workerUrl: string }} Runtime
 */

/**
 * Fetch what the manifest lists. Rejects where a file does not come whole.
 *
 * @param {Manifest} manifest
 * @param {(received: number, total: number) => void} onProgress in bytes
 * @returns {Promise<Runtime>}
 */
export async function loadRuntime(manifest, onProgress) {
  const base = new URL(manifest.base, document.baseURI).href;
  const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  let received = 0;
  const count = (/** @type {number} */ bytes) => onProgress((received += bytes), total);
  const fetched = await Promise.all(
    manifest.files.map(async (file) => ({ ...file, body: await fetchFile(base, file, count) })),
  );
  const bodies = (/** @type {string} */ kind) => fetched.filter((f) => f.kind === kind).map((f) => f.body);
  const script = (/** @type {string} */ name) => toUrl(fetched.find((f) => f.path.endsWith(name))?.body);
  return {
    assets: {
      base,
      lock: manifest.lock,
      wasm: await WebAssembly.compile(bodies("wasm")[0]),
      stdlib: bodies("stdlib")[0],
      grader: bodies("grader")[0],
      wheels: bodies("wheel"),
    },
    workerUrl: workerUrl(script("pyodide.mjs"), script("pyodide.asm.mjs"), await fetchWorker()),
  };
}

/**
 * @param {string} base
 * @param {{ path: string, bytes: number }} file
 * @param {(bytes: number) => void} count
 */
async function fetchFile(base, file, count) {
  const response = await fetch(base + file.path);
  if (!response.ok || response.body === null) throw new Error(`${file.path}: HTTP ${response.status}`);
  const body = new Uint8Array(file.bytes);
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > file.bytes) throw new Error(`${file.path}: longer than it should be`);
    body.set(part.value, length);
    length += part.value.length;
    count(part.value.length);
  }
  if (length !== file.bytes) throw new Error(`${file.path}: ended early`);
  return body.buffer;
}

async function fetchWorker() {
  const response = await fetch(new URL("worker.js", import.meta.url));
  if (!response.ok) throw new Error(`worker.js: HTTP ${response.status}`);
  return toUrl(await response.arrayBuffer());
}

/** @param {ArrayBuffer | undefined} body */
function toUrl(body) {
  if (body === undefined) throw new Error("The runtime's manifest lacks a script");
  return URL.createObjectURL(new Blob([body], { type: "text/javascript" }));
}

/**
 * A worker made from a `blob:` URL inherits the page's policy; one made from a plain URL does not.
 * All its imports are blobs too: once loaded, the page needs no network for another worker.
 *
 * @param {string} pyodide
 * @param {string} pyodideModule
 * @param {string} worker
 */
function workerUrl(pyodide, pyodideModule, worker) {
  const source = `import { loadPyodide } from "${pyodide}";
import createPyodideModule from "${pyodideModule}";
import { serve } from "${worker}";
serve(loadPyodide, createPyodideModule);`;
  return toUrl(new TextEncoder().encode(source).buffer);
}
