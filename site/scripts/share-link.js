/** A link that carries one attempt at a problem behind its `#`: nothing of that reaches a server. */

import { pack, unpack } from "./packing.js";

/** @typedef {{ slug: string, version: string, code: string }} Attempt */

const START = "#attempt=";
/** The version of what is in a link; what comes after the dot is of that version. */
const FORMAT = 1;
const MOST_LETTERS = 200_000;
const MOST_BYTES = 1_000_000;

/** Says in words for a visitor why a link cannot be read. */
export class LinkFault extends Error {}

/** @param {string} page @param {Attempt} attempt @returns {Promise<string | null>} null where no page would open it */
export async function makeLink(page, { slug, version, code }) {
  const text = JSON.stringify({ slug, version, code });
  const bytes = await pack(text);
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const safe = letters.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const hash = `${START}${FORMAT}.${safe}`;
  if (hash.length > MOST_LETTERS || new Blob([text]).size > MOST_BYTES) return null;
  return `${new URL(page).href.split(/[?#]/)[0]}${hash}`;
}

/** @param {string} hash of an address */
export const carriesAttempt = (hash) => hash.startsWith(START);

/**
 * Read what a link carries.
 * @param {string} hash of the address @param {string} slug of the problem whose page this is
 * @returns {Promise<Attempt>} rejects with a LinkFault
 */
export async function readLink(hash, slug) {
  const [format, letters = ""] = hash.slice(START.length).split(".");
  if (hash.length > MOST_LETTERS) throw new LinkFault("it is longer than a link of this site can be");
  if (/^\d+$/.test(format) && Number(format) > FORMAT) throw new LinkFault("it was made by a newer version of this site");
  const attempt = await open(letters).catch(() => null);
  if (Number(format) !== FORMAT || !attempt) throw new LinkFault("it is damaged or was cut off; ask for it again");
  if (attempt.slug !== slug) throw new LinkFault("it belongs to another problem");
  return attempt;
}

/** @param {string} letters @returns {Promise<Attempt | null>} */
async function open(letters) {
  const bytes = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const { slug, version, code } = JSON.parse(await unpack(bytes, MOST_BYTES)) ?? {};
  const texts = [slug, version, code].every((text) => typeof text === "string");
  return texts ? { slug, version, code } : null;
}
