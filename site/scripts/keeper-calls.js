/** What the page asks of the worker that keeps what Python starts from; it is started when it is first needed. */

import { once } from "./once.js";
import { fetchScript } from "./scripts.js";

/** @import { RuntimeManifest } from "./contracts.js" */
/** @import { Assets, FromKeeper, ToKeeper } from "./protocol.js" */

/** @typedef {ReturnType<typeof createKeeper>} Keeper */
/** @typedef {(received: number, total: number) => void} OnProgress in bytes */
/** @typedef {{ resolve: (nothing: void) => void, reject: (error: unknown) => void }} Asked */

const quiet = () => {};

export function createKeeper() {
  /** @type {Pick<Extract<ToKeeper, { type: "know" }>, "manifest" | "shares">[]} */
  const known = [];
  /** @type {OnProgress[]} */
  const listeners = [];
  /** @type {Map<number, Asked>} */
  const waiting = new Map();
  let asks = 0;
  let told = 0;
  let worker = once(start);
  const scripts = once(() => Promise.all(["keeper.js", "loader.js"].map(fetchScript)));
  scripts().catch(() => null); // small, and soon needed; that they do not come is told then

  async function start() {
    const [script, loader] = await scripts();
    const make = (/** @type {string} */ url, /** @type {string} */ name) => {
      const made = new Worker(url, { type: "module", name });
      made.onerror = ({ message }) => lose(new Error(message || "The worker that fetches Python could not be loaded"));
      return made;
    };
    const started = make(script, "keeper");
    started.onmessage = ({ data }) => {
      const message = /** @type {FromKeeper} */ (data);
      if (message.type !== "inflate") return hear(message);
      const { wanted, port } = message;
      make(loader, "loader").postMessage({ wanted, port }, [port]);
    };
    told = 0;
    return started;
  }

  /** Start anew with the next question. @param {Error} error */
  function lose(error) {
    void worker().then((lost) => lost.terminate());
    worker = once(start);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  /** @param {Exclude<FromKeeper, { type: "inflate" }>} message */
  function hear(message) {
    if (message.type === "progress") return listeners[message.runtime](message.received, message.total);
    const asked = waiting.get(message.ask);
    waiting.delete(message.ask);
    if (message.type === "brought") asked?.resolve();
    else asked?.reject(message.error);
  }

  /** @param {ToKeeper} message @param {Transferable[]} [given] */
  async function send(message, given = []) {
    const keeper = await worker();
    for (; told < known.length; told += 1) keeper.postMessage({ type: "know", ...known[told] });
    keeper.postMessage(message, given);
  }

  return {
    /**
     * Tell it of a runtime; return that one's number.
     *
     * @param {RuntimeManifest} manifest its `base` is a whole URL
     * @param {number | null} shares the runtime whose interpreter this one has too
     */
    know(manifest, shares) {
      listeners.push(quiet);
      return known.push({ manifest, shares }) - 1;
    },
    /**
     * Have it fetch what it does not have yet; rejects where a part does not come whole.
     *
     * @param {number} runtime
     * @param {(keyof Assets)[]} parts
     * @param {OnProgress} [onProgress] what is asked for later takes its place
     * @returns {Promise<void>}
     */
    bring(runtime, parts, onProgress = quiet) {
      listeners[runtime] = onProgress;
      const ask = (asks += 1);
      const isServed = Boolean(navigator.serviceWorker?.controller);
      /** @type {Promise<void>} */
      const brought = new Promise((resolve, reject) => {
        waiting.set(ask, { resolve, reject });
        send({ type: "bring", ask, runtime, parts, isServed }).catch(reject);
      });
      // Where one part fails, the others still come: what is over says no more of them.
      return brought.finally(() => listeners[runtime] === onProgress && (listeners[runtime] = quiet));
    },
    /**
     * Have it send each part through a port as soon as it has come, as a `PartMessage`.
     *
     * @param {number} runtime
     * @param {(keyof Assets)[]} parts
     * @param {MessagePort} port
     */
    hand: (runtime, parts, port) => send({ type: "hand", runtime, parts, port }, [port]),
  };
}
