/** Has a file fetched and inflated in a worker of its own. */

/** @import { Expected } from "./fetching.js" */

/**
 * @typedef {{ url: string, size: number, integrity: string, cache?: RequestCache }} Wanted
 * @typedef {{ received?: number, value?: ArrayBuffer, error?: unknown }} Loaded more bytes, or the end
 */

/**
 * As `fetchBytes`.
 *
 * @param {string} script the worker's address
 * @param {string} url
 * @param {Expected} expected
 * @returns {Promise<ArrayBuffer>}
 */
export function fetchInflated(script, url, { count, ...expected }) {
  const worker = new Worker(script, { type: "module" });
  /** @type {Promise<ArrayBuffer>} */
  const loaded = new Promise((resolve, reject) => {
    worker.onmessage = (/** @type {MessageEvent<Loaded>} */ { data: { received, value, error } }) => {
      if (received !== undefined) count(received);
      else if (value !== undefined) resolve(value);
      else reject(error);
    };
    worker.onerror = ({ message }) => reject(new Error(`${url}: ${message || "the worker that fetches it cannot start"}`));
  });
  worker.postMessage({ url, ...expected });
  return loaded.finally(() => worker.terminate());
}
