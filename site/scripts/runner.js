/** Owns the workers: one boots ahead as a spare, each serves one run and is thrown away. */

import { NOT_LOADED, interruptedReport } from "./interrupted.js";
import { createRuntime } from "./runtime.js";
import { bootWorker, gradeIn } from "./spare.js";

/** @import { Event, Problem, Report, RuntimeManifest, RuntimeStatus } from "./contracts.js" */
/** @import { Spare } from "./spare.js" */

/** @typedef {(status: RuntimeStatus) => void} OnStatus */

// A restore downloads more and pays from about 20 Mbit/s; browsers report 10 for all that is faster.
const SLOW_MBITS = 10;
const RESTORE_SECONDS = 10;
const PLAIN_SECONDS = 120;

/**
 * @param {{ runtime: RuntimeManifest, problem: () => Promise<Problem | null>, onStatus: OnStatus }} options
 *   `problem` is what the workers get ready for; null where it cannot be opened
 */
export function createRunner({ runtime: manifest, problem, onStatus }) {
  const runtime = createRuntime(manifest);
  /** @type {"plain" | "restored"} */
  let way = runtime.hasSnapshot ? "restored" : "plain";
  /** @type {Promise<Spare> | null} */
  let spare = null;
  let stop = () => {};
  let broken = !runtime.hasSnapshot;

  /** @param {"plain" | "restored"} chosen @param {number} seconds @param {OnStatus} say */
  async function bootThe(chosen, seconds, say) {
    const progress = (/** @type {number} */ received, /** @type {number} */ total) =>
      say({ phase: "loading", step: "Loading Python", received, total });
    const { assets, workerUrl } = await runtime.load(chosen, progress);
    const step = (/** @type {string} */ step) => say({ phase: "loading", step, received: 0, total: 0 });
    const expected = JSON.stringify(await problem());
    return bootWorker({
      url: workerUrl,
      assets,
      packages: manifest.packages,
      problem: expected === "null" ? null : expected,
      seconds,
      onStep: step,
    });
  }

  /** @param {OnStatus} say */
  async function boot(say) {
    if (way === "restored") {
      try {
        return await bootThe("restored", RESTORE_SECONDS, say);
      } catch (error) {
        console.info(`Scratchwork: the fast start failed, so Python starts the plain way: ${wordsOf(error)}`);
        way = "plain";
        broken = true;
      }
    }
    return bootThe("plain", PLAIN_SECONDS, say);
  }

  /** Fetch the runtime and boot the first worker; `onStatus` hears how far that is. */
  async function start() {
    try {
      if (way === "restored" && isLineSlow() && !(await runtime.isCached())) way = "plain";
      await (spare ??= boot(onStatus));
      onStatus({ phase: "ready" });
    } catch (error) {
      spare = null;
      onStatus({ phase: "failed", message: wordsOf(error) });
    }
  }

  /** Boot the next worker in the background; where that fails, the next run says so. */
  function bootNext() {
    spare = boot(() => {});
    spare.catch(() => (spare = null));
  }

  /** Wait for a worker; the status says so where that takes a while. */
  async function takeSpare() {
    let waits = true;
    const waiting = (spare ??= boot((status) => waits && onStatus(status)));
    const said = setTimeout(() => onStatus({ phase: "loading", step: "Starting Python", received: 0, total: 0 }), 100);
    try {
      const taken = await waiting;
      onStatus({ phase: "ready" });
      return taken;
    } finally {
      waits = false;
      clearTimeout(said);
    }
  }

  /**
   * Grade a submission in a worker of its own; waits for one that is ready. Never rejects.
   *
   * @param {{ problem: Problem, submission: string }} request
   * @param {(event: Event) => void} onEvent
   * @returns {Promise<Report>}
   */
  async function run(request, onEvent) {
    /** @type {Spare | null} */
    let taken = null;
    let over = false;
    /** @type {Event[]} */
    const events = [];
    /** @type {Promise<Report>} */
    const stopped = new Promise((resolve) => {
      stop = () => resolve(interruptedReport(request.problem, events, "stopped"));
    });
    const graded = async () => {
      const ready = await takeSpare();
      if (over) return stopped;
      [taken, spare] = [ready, null];
      return gradeIn(taken, request, events, onEvent);
    };
    try {
      return await Promise.race([stopped, graded()]);
    } catch (error) {
      spare = null;
      onStatus({ phase: "failed", message: wordsOf(error) });
      return interruptedReport(request.problem, events, "crashed", { type: NOT_LOADED, text: wordsOf(error) });
    } finally {
      over = true;
      end(taken);
    }
  }

  /** @param {Spare | null} taken */
  function end(taken) {
    stop = () => {};
    if (taken === null) return;
    taken.worker.terminate();
    taken.port.close();
    bootNext();
    if (way === "plain" && !broken) void fetchForNextTime();
  }

  /** After the first verdict on a slow line the snapshot comes too, for the next worker and visit. */
  async function fetchForNextTime() {
    try {
      await runtime.load("restored", () => {});
      way = "restored";
    } catch (error) {
      console.info(`Scratchwork: the fast start could not be fetched: ${wordsOf(error)}`);
      broken = true;
    }
  }

  return { start, run, stop: () => stop() };
}

/** @param {unknown} error */
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}

/** On a slow line the plain way's fewer bytes win the first visit. */
function isLineSlow() {
  const { connection } = /** @type {{ connection?: { downlink?: number } }} */ (navigator);
  return (connection?.downlink ?? SLOW_MBITS) < SLOW_MBITS;
}
