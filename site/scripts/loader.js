/** The worker that fetches and inflates a file for the keeper, while that does other things. */

import { fetchBytes } from "./fetching.js";

/** @import { Loaded, Wanted } from "./loading.js" */

self.onmessage = async (/** @type {MessageEvent<{ wanted: Wanted, port: MessagePort }>} */ { data: { wanted, port } }) => {
  const { url, ...expected } = wanted;
  const say = (/** @type {Loaded} */ loaded, /** @type {Transferable[]} */ given = []) => port.postMessage(loaded, given);
  port.onmessage = () => self.close(); // the keeper has it
  try {
    const value = await fetchBytes(url, { ...expected, count: (received) => say({ received }) });
    say({ value }, [value]);
  } catch (error) {
    say({ error });
  }
};
