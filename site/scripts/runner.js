/** Owns the workers: one boots ahead as a spare, each serves one run and is thrown away. */

import { interruptedReport } from "./interrupted.js";
import { loadRuntime } from "./runtime.js";
import { bootWorker, gradeIn } from "./spare.js";

/** @import { Event, Problem, Report, RuntimeManifest, RuntimeStatus } from "./contracts.js" */
/** @import { Runtime } from "./runtime.js" */
/** @import { Spare } from "./spare.js" */

/**
 * @param {{ runtime: RuntimeManifest, onStatus: (status: RuntimeStatus) => void }} options
 */
export function createRunner({ runtime: manifest, onStatus }) {
  /** @type {Promise<Runtime> | null} */
  let loading = null;
  /** @type {Promise<Spare> | null} */
  let spare = null;
  let stop = () => {};

  /** @param {(status: RuntimeStatus) => void} say */
  async function boot(say) {
    const progress = (/** @type {number} */ received, /** @type {number} */ total) =>
      say({ phase: "loading", step: "Loading Python", received, total });
    const { assets, workerUrl } = await (loading ??= loadRuntime(manifest, progress));
    const step = (/** @type {string} */ step) => say({ phase: "loading", step, received: 0, total: 0 });
    return bootWorker(workerUrl, assets, manifest.packages, step);
  }

  /** Fetch the runtime and boot the first worker; `onStatus` hears how far that is. */
  async function start() {
    try {
      await (spare ??= boot(onStatus));
      onStatus({ phase: "ready" });
    } catch (error) {
      loading = spare = null;
      onStatus({ phase: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** The next worker boots in the background; where that fails, the next run says so. */
  function bootNext() {
    spare = boot(() => {});
    spare.catch(() => (spare = null));
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
      const ready = await (spare ??= boot(() => {}));
      if (over) return stopped;
      [taken, spare] = [ready, null];
      return gradeIn(taken, request, events, onEvent);
    };
    try {
      return await Promise.race([stopped, graded()]);
    } catch (error) {
      loading = spare = null;
      const text = error instanceof Error ? error.message : String(error);
      return interruptedReport(request.problem, events, "crashed", { type: "RuntimeError", text });
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
  }

  return { start, run, stop: () => stop() };
}
