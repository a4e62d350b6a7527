/** Fetches files whole, counting bytes, after what the page itself asks for; one that stalls is given up. */

/**
 * @typedef {{ size: number, integrity: string, count: (bytes: number) => void, cache?: RequestCache }} Expected
 *   `size` in bytes, as inflated; `count` is called with each part that has come
 */

const STALL_MS = 10_000;

/**
 * Fetch a file as bytes; a gzip file that the host has not inflated is inflated.
 *
 * @param {string} url
 * @param {Expected} expected
 * @returns {Promise<ArrayBuffer>} rejects where the file does not come whole
 */
export async function fetchBytes(url, { size, count, integrity, cache }) {
  const stalled = new AbortController();
  const alarm = () => setTimeout(() => stalled.abort(new Error(`${url} does not come`)), STALL_MS);
  let timer = alarm();
  const response = await fetch(url, { integrity, cache, priority: "low", signal: stalled.signal });
  if (!response.ok || response.body === null) throw new Error(`${url}: HTTP ${response.status}`);
  const counted = new TransformStream({
    transform(/** @type {Uint8Array} */ part, controller) {
      clearTimeout(timer);
      timer = alarm();
      count(part.length);
      controller.enqueue(part);
    },
    flush: () => clearTimeout(timer),
  });
  try {
    return await fill(await inflated(response.body.pipeThrough(counted)), size, url);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Fetch and compile a WebAssembly module.
 *
 * @param {string} url
 * @param {Expected} expected
 * @returns {Promise<WebAssembly.Module>}
 */
export async function fetchModule(url, { size, count, integrity, cache }) {
  const response = await fetch(url, { integrity, cache, priority: "low", signal: AbortSignal.timeout(6 * STALL_MS) });
  if (!response.ok) throw new Error(`${url}: HTTP ${response.status}`);
  // Compiled as it streams, a browser keeps the machine code for the next visit.
  const streams = response.headers.get("Content-Type")?.startsWith("application/wasm");
  const module = streams
    ? await WebAssembly.compileStreaming(response)
    : await WebAssembly.compile(await response.arrayBuffer());
  count(size);
  return module;
}

/** @param {ReadableStream<Uint8Array>} stream */
async function inflated(stream) {
  const [start, whole] = stream.tee();
  const reader = start.getReader();
  const { value } = await reader.read();
  reader.cancel();
  const isGzip = value !== undefined && value[0] === 0x1f && value[1] === 0x8b;
  // The types of DecompressionStream and of a body's stream disagree on the kind of buffer.
  return isGzip ? whole.pipeThrough(/** @type {any} */ (new DecompressionStream("gzip"))) : whole;
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} size
 * @param {string} url
 */
async function fill(stream, size, url) {
  const body = new Uint8Array(size);
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > size) throw new Error(`${url} is longer than it should be`);
    body.set(part.value, length);
    length += part.value.length;
  }
  if (length !== size) throw new Error(`${url} ended early`);
  return body.buffer;
}
