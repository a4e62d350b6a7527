/** Has a file fetched and inflated in a worker of its own, which the page makes: Firefox loses some that a worker makes. */

/** @import { Expected } from "./fetching.js" */
/** @import { FromKeeper } from "./protocol.js" */

/**
 * @typedef {{ url: string, size: number, integrity: string, cache?: RequestCache }} Wanted
 * @typedef {{ received?: number, value?: ArrayBuffer, error?: unknown }} Loaded more bytes, or the end
 */

/**
 * As `fetchBytes`.
 *
 * @param {string} url
 * @param {Expected} expected
 * @returns {Promise<ArrayBuffer>}
 */
export function fetchInflated(url, { count, ...expected }) {
  const { port1, port2 } = new MessageChannel();
  /** @type {FromKeeper} */
  const ask = { type: "inflate", wanted: { url, ...expected }, port: port2 };
  self.postMessage(ask, { transfer: [port2] });
  return new Promise((resolve, reject) => {
    port1.onmessage = (/** @type {MessageEvent<Loaded>} */ { data: { received, value, error } }) => {
      if (received !== undefined) return count(received);
      port1.postMessage("over");
      if (value !== undefined) resolve(value);
      else reject(error);
    };
  });
}
