/** The worker that fetches and inflates a file for the page, which can be typed in meanwhile. */

import { fetchBytes } from "./fetching.js";

/** @import { Loaded, Wanted } from "./loading.js" */

self.onmessage = async (/** @type {MessageEvent<Wanted>} */ { data: { url, ...expected } }) => {
  const say = (/** @type {Loaded} */ loaded, /** @type {Transferable[]} */ given = []) =>
    self.postMessage(loaded, { transfer: given });
  try {
    const value = await fetchBytes(url, { ...expected, count: (received) => say({ received }) });
    say({ value }, [value]);
  } catch (error) {
    say({ error });
  }
};
