/** Texts made small, and back again. */

/**
 * @param {string} text
 * @returns {Promise<Uint8Array<ArrayBuffer>>} gzip of UTF-8
 */
export async function pack(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {number} [most] bytes that may come out
 * @returns {Promise<string>} rejects what is damaged or larger
 */
export async function unpack(bytes, most = Infinity) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const reader = stream.getReader();
  let text = "";
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new Error("more comes out than there may be");
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** So many streams at a time: tens of thousands at once end a tab. */
const AT_ONCE = 64;

/** Do what packs or unpacks for each. @template T, U @param {T[]} all @param {(one: T) => Promise<U>} work @returns {Promise<U[]>} */
export async function forEach(all, work) {
  /** @type {U[]} */
  const results = [];
  for (let at = 0; at < all.length; at += AT_ONCE) results.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))));
  return results;
}
