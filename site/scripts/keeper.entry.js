/** The worker that fetches what Python starts from, keeps it, and hands it to the other workers: the page is typed in meanwhile. */

import { createParts } from "./parts.js";

/** @import { FromKeeper, ToKeeper } from "./protocol.js" */

// More often nobody could read it.
const PROGRESS_MS = 50;

/** What each runtime of the page starts from. @type {ReturnType<typeof createParts>[]} */
const kept = [];
/** Whether a service worker answers what is fetched. */
let isServed = false;

const tell = (/** @type {FromKeeper} */ message) => self.postMessage(message);

self.onmessage = (/** @type {MessageEvent<ToKeeper>} */ { data }) => {
  if (data.type === "know") know(data);
  else if (data.type === "bring") void bring(data);
  else hand(data);
};

/** @param {Extract<ToKeeper, { type: "know" }>} message */
function know({ manifest, shares }) {
  const parts = createParts(manifest, { expect: countBytes(kept.length), isServed: () => isServed });
  const shared = shares === null ? {} : { wasm: kept[shares].wasm, stdlib: kept[shares].stdlib };
  kept.push({ ...parts, ...shared });
}

/** @param {Extract<ToKeeper, { type: "bring" }>} message */
async function bring(message) {
  const { ask, runtime, parts } = message;
  isServed = message.isServed;
  try {
    await Promise.all(parts.map((name) => kept[runtime][name]()));
    tell({ type: "brought", ask });
  } catch (error) {
    tell({ type: "failed", ask, error });
  }
}

/**
 * Each part goes as soon as it has come, and the other end listens: what is sent ahead of that, Firefox can lose.
 * That one does not come, `bring` tells.
 *
 * @param {Extract<ToKeeper, { type: "hand" }>} message
 */
function hand({ runtime, parts, port }) {
  port.onmessage = () => {
    port.onmessage = null;
    for (const name of parts) {
      kept[runtime][name]().then((value) => port.postMessage({ type: "part", name, value }), () => null);
    }
  };
}

/** @param {number} runtime */
function countBytes(runtime) {
  let received = 0;
  let total = 0;
  let timer = 0;
  const say = () => {
    timer = 0;
    tell({ type: "progress", runtime, received, total });
  };
  return (/** @type {number} */ bytes) => {
    total += bytes;
    let left = bytes;
    // A host that inflates on the way brings more than the file's size.
    return (/** @type {number} */ got) => {
      const counted = Math.min(got, left);
      left -= counted;
      received += counted;
      timer ||= setTimeout(say, PROGRESS_MS);
    };
  };
}
