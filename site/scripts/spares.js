/** Keeps one worker booted ahead: restored from the snapshot, or the plain way where that fails. */

import { isLineSlow } from "./line.js";
import { bootWorker } from "./spare.js";

/** @import { Problem, RuntimeStatus } from "./contracts.js" */
/** @import { Runtime } from "./runtime.js" */
/** @import { Spare } from "./spare.js" */

/** @typedef {(status: RuntimeStatus) => void} OnStatus */
/** @typedef {ReturnType<typeof createSpares>} Spares */

const RESTORE_SECONDS = 10;
const PLAIN_SECONDS = 120;
const SMALL_GIGABYTES = 2;

/**
 * @param {Runtime} runtime
 * @param {string} name of what is loaded
 * @param {() => Promise<Problem | null>} problem what the workers get ready for
 * @param {() => void} [onReady] a worker waits from now on
 */
export function createSpares(runtime, name, problem, onReady = () => {}) {
  /** @type {"plain" | "restored"} */
  let way = runtime.hasSnapshot ? "restored" : "plain";
  let broken = !runtime.hasSnapshot;
  /** @type {Promise<Spare> | null} */
  let spare = null;
  let isReady = false;

  /** @param {"plain" | "restored"} chosen @param {OnStatus} say @param {AbortSignal} [signal] one that answers questions, and may end before it is ready */
  async function bootThe(chosen, say, signal) {
    const seconds = chosen === "plain" ? PLAIN_SECONDS : RESTORE_SECONDS;
    const onProgress = (/** @type {number} */ received, /** @type {number} */ total) =>
      say({ phase: "loading", name, step: `Loading ${name}`, received, total });
    const start = runtime.load(chosen, onProgress, signal ? ["assist"] : []);
    const onStep = (/** @type {string} */ step) => say({ phase: "loading", name, step, received: 0, total: 0 });
    return bootWorker({ start, problem: signal ? null : await problem(), seconds, onStep, signal });
  }

  /** @param {OnStatus} say */
  async function boot(say) {
    await (choosing ??= chooseWay()); // once: what comes later is here already, cached or not
    if (way === "restored") {
      try {
        return await bootThe("restored", say);
      } catch (error) {
        console.info(`Scratchwork: the fast start failed, so Python starts the plain way: ${error}`);
        way = "plain";
        broken = true;
      }
    }
    return bootThe("plain", say);
  }

  /** @type {Promise<void> | null} */
  let choosing = null;

  /** On a slow line the first worker comes the plain way: it downloads less. */
  async function chooseWay() {
    if (way === "restored" && isLineSlow() && !(await runtime.isCached())) way = "plain";
  }

  /** @param {OnStatus} say @returns {Promise<Spare>} the spare, booted now if there is none */
  function get(say) {
    const booting = (spare ??= boot(say));
    const end = (/** @type {boolean} */ ready) => {
      if (spare !== booting) return;
      isReady = ready;
      if (ready) onReady();
      else spare = null;
    };
    booting.then(
      () => end(true),
      () => end(false),
    );
    return booting;
  }

  return {
    name,
    get,
    /** The caller has taken the spare. */
    taken: () => void ([spare, isReady] = [null, false]),
    isReady: () => isReady,
    /**
     * One more worker, which no run gets, and what the editor's questions are answered with; null where
     * memory is small, or the line is slow and the snapshot has not come.
     *
     * @param {AbortSignal} signal ends it before it is ready
     * @returns {Promise<Spare | null>}
     */
    async beside(signal) {
      if (isMemorySmall() || (way === "plain" && !broken)) return null;
      return bootThe(way, () => {}, signal);
    },
    /** Boot the next in the background; where that fails, the next run says so. */
    refill() {
      if (!isMemorySmall()) get(() => {}).catch(() => {});
    },
    /** Give the waiting worker's memory back. */
    async drop() {
      const dropped = spare;
      [spare, isReady] = [null, false];
      (await dropped?.catch(() => null))?.worker.terminate();
    },
    /** After a first verdict on a slow line the snapshot comes too, for the next run and visit. */
    async fetchRest() {
      if (way === "restored" || broken) return;
      try {
        await runtime.load("restored", () => {}).whole;
        way = "restored";
      } catch (error) {
        console.info(`Scratchwork: the fast start could not be fetched: ${error}`);
        broken = true;
      }
    },
  };
}

/** A phone keeps no spare beside the page: the next run waits for its restore. */
function isMemorySmall() {
  const { deviceMemory } = /** @type {{ deviceMemory?: number }} */ (navigator);
  return (deviceMemory ?? SMALL_GIGABYTES + 1) <= SMALL_GIGABYTES;
}
