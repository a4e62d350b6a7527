/** The lists that the learner has made available offline: a new release brings what they need. */

import { nameCaches } from "./names.js";

/** @param {string} root @returns {Promise<string[]>} */
export async function readWanted(root) {
  const cache = await caches.open(nameCaches(root).wanted);
  try {
    return (await (await cache.match(`${root}wanted`))?.json()) ?? [];
  } catch {
    return []; // what cannot be read is as good as nothing
  }
}

/** @param {string} root @param {string[]} lists */
export async function writeWanted(root, lists) {
  const cache = await caches.open(nameCaches(root).wanted);
  await cache.put(`${root}wanted`, new Response(JSON.stringify(lists)));
}
