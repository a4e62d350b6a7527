/** Opens the sealed part of a problem bundle: base64 of gzip of JSON. */

/** @import { Sealed } from "./contracts.js" */

/**
 * @param {string} sealed
 * @returns {Promise<Sealed>}
 */
export async function unseal(sealed) {
  const bytes = Uint8Array.from(atob(sealed), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).json();
}
