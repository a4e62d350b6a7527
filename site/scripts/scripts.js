/** Addresses of scripts that workers run, which need no network once they are made. */

/** @param {string} name of one of the site's */
export async function fetchScript(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: HTTP ${response.status}`);
  return toUrl(await response.arrayBuffer());
}

/**
 * The script of a worker that Python runs in.
 *
 * A worker made from a `blob:` URL inherits the page's policy; one made from a plain URL does not.
 * All its imports are blobs too: once loaded, the page needs no network for another worker.
 *
 * @param {Promise<ArrayBuffer[]>} pyodide its two scripts
 */
export async function makeWorkerScript(pyodide) {
  const [scripts, worker] = await Promise.all([pyodide, fetchScript("worker.js")]);
  const [loadPyodide, create] = scripts.map(toUrl);
  const source = `import { loadPyodide } from "${loadPyodide}";
import createPyodideModule from "${create}";
import { serve } from "${worker}";
serve({ loadPyodide, createPyodideModule });`;
  return toUrl(new TextEncoder().encode(source).buffer);
}

/** @param {ArrayBuffer} body */
function toUrl(body) {
  return URL.createObjectURL(new Blob([body], { type: "text/javascript" }));
}
