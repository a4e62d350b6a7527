/** Runs submissions: one worker serves one run and is thrown away. */

import { NOT_LOADED, interruptedReport } from "./interrupted.js";
import { gradeIn } from "./spare.js";
import { createSpares } from "./spares.js";

/** @import { Event, Problem, Report, RuntimeManifest } from "./contracts.js" */
/** @import { Spare } from "./spare.js" */
/** @import { OnStatus } from "./spares.js" */

const WORTH_SAYING_MS = 100;
// A page out of sight for so long gives its spare back: a restore is quick, memory is not.
const HIDDEN_SECONDS = 60;

/**
 * @typedef {object} RunnerOptions
 * @property {RuntimeManifest} runtime
 * @property {() => Promise<Problem | null>} problem what the workers get ready for; null where it cannot be opened
 * @property {OnStatus} onStatus
 */

/** @param {RunnerOptions} options */
export function createRunner({ runtime, problem, onStatus }) {
  const spares = createSpares(runtime, problem);
  let started = false;
  let running = false;
  let stop = () => {};

  /** Fetch the runtime and boot the first worker; `onStatus` hears how far that is. */
  async function start() {
    try {
      await spares.first(onStatus);
      started = true;
      onStatus({ phase: "ready" });
    } catch (error) {
      onStatus({ phase: "failed", message: wordsOf(error) });
    }
  }

  /** Wait for a worker; the status says so where that takes a while. */
  async function waitForSpare() {
    const step = { step: "Starting Python", received: 0, total: 0 };
    const said = setTimeout(() => onStatus({ phase: "loading", ...step }), WORTH_SAYING_MS);
    try {
      const spare = await spares.get(onStatus);
      onStatus({ phase: "ready" });
      return spare;
    } finally {
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
    running = true;
    /** @type {Event[]} */
    const events = [];
    /** @type {Promise<Report>} */
    const stopped = new Promise((resolve) => {
      stop = () => resolve(interruptedReport(request.problem, events, "stopped"));
    });
    const graded = async () => {
      const spare = await waitForSpare();
      if (over) return stopped;
      taken = spare;
      spares.taken();
      return gradeIn(spare, request, events, onEvent);
    };
    try {
      return await Promise.race([stopped, graded()]);
    } catch (error) {
      onStatus({ phase: "failed", message: wordsOf(error) });
      return interruptedReport(request.problem, events, "crashed", { type: NOT_LOADED, text: wordsOf(error) });
    } finally {
      [over, running] = [true, false];
      end(taken);
    }
  }

  /** @param {Spare | null} taken */
  function end(taken) {
    stop = () => {};
    if (taken === null) return;
    taken.worker.terminate();
    taken.port.close();
    spares.refill();
    void spares.fetchRest();
  }

  let timer = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!started || running) return;
    if (document.hidden) timer = setTimeout(() => running || spares.drop(), HIDDEN_SECONDS * 1000);
    else spares.refill();
  });

  return { start, run, stop: () => stop() };
}

/** @param {unknown} error */
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
