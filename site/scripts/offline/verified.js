/** Fetches a page or a file into a cache, if it is what the release says. */

/** @typedef {{ page: string } | { hash: string }} Wanted a page by its identity, a file by its hash */

const PAGE = /<html [^>]*data-page="([0-9a-f]+)"/;
const HEAD = 512;

/** The identity of a page that is there as a whole, or nothing. @param {string} html */
export function identify(html) {
  return /<\/html>\s*$/.test(html) ? (PAGE.exec(html.slice(0, HEAD))?.[1] ?? "") : "";
}

/** @param {Uint8Array<ArrayBuffer>} body @param {Wanted} wanted */
export async function isWanted(body, wanted) {
  if ("page" in wanted) return identify(new TextDecoder().decode(body)) === wanted.page;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest.slice(0, wanted.hash.length / 2)].map((byte) => byte.toString(16).padStart(2, "0")).join("") === wanted.hash;
}

/**
 * Keep what an address answers with; rejects what does not come, or is something else.
 * @param {Cache} cache
 * @param {string} url
 * @param {{ wanted: Wanted, mode: RequestCache, signal?: AbortSignal, count?: (bytes: number) => void }} options
 *   `count` is called with each part that has come
 */
export async function fetchVerified(cache, url, { wanted, mode, signal, count = () => undefined }) {
  let counted = 0;
  const add = (/** @type {number} */ bytes) => {
    counted += bytes;
    count(bytes);
  };
  for (const way of mode === "only-if-cached" ? [mode] : [mode, /** @type {const} */ ("reload")]) {
    const answer = await fetch(url, { cache: way, signal, mode: "same-origin" });
    if (!answer.ok) throw new Error(`${url}: HTTP ${answer.status}`);
    const copy = answer.clone();
    if (await isWanted(await readAll(answer, add), wanted)) return cache.put(url, copy);
    void copy.body?.cancel();
    count(-counted);
    counted = 0;
  }
  throw new Error(`${url} is not of this release`);
}

/** @param {Response} answer @param {(bytes: number) => void} count */
async function readAll(answer, count) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  const reader = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (answer.body).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    count(part.value.length);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
