/** Runs submissions: one worker serves one run and is thrown away. */

import { NOT_LOADED, interruptedReport } from "./interrupted.js";
import { interruptedProgram, runProgramIn } from "./program-run.js";
import { gradeIn } from "./spare.js";
import { createSpares } from "./spares.js";

/** @import { Event, Problem, ProgramEvent, ProgramOutcome, Report, RuntimeManifest } from "./contracts.js" */
/** @import { ProgramRequest } from "./program-run.js" */
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
  let onRun = () => {};

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
   * Let `work` have a worker of its own, once one is ready, and end it afterwards. Never rejects.
   *
   * @template T
   * @param {(spare: Spare) => Promise<T>} work
   * @param {(state: "stopped" | "crashed", error?: { type: string, text: string }) => T} interrupted
   *   what a run comes to that is stopped, or that no worker can be had for
   * @returns {Promise<T>}
   */
  async function serve(work, interrupted) {
    /** @type {Spare | null} */
    let taken = null;
    let over = false;
    running = true;
    onRun();
    /** @type {Promise<T>} */
    const stopped = new Promise((resolve) => {
      stop = () => resolve(interrupted("stopped"));
    });
    const served = async () => {
      const spare = await waitForSpare();
      if (over) return stopped;
      taken = spare;
      spares.taken();
      return work(spare);
    };
    try {
      return await Promise.race([stopped, served()]);
    } catch (error) {
      onStatus({ phase: "failed", message: wordsOf(error) });
      return interrupted("crashed", { type: NOT_LOADED, text: wordsOf(error) });
    } finally {
      [over, running] = [true, false];
      end(taken);
    }
  }

  /**
   * Grade a submission.
   *
   * @param {{ problem: Problem, submission: string, only?: string[] | null }} request
   * @param {(event: Event) => void} onEvent
   * @returns {Promise<Report>}
   */
  function run(request, onEvent) {
    /** @type {Event[]} */
    const events = [];
    return serve(
      (spare) => gradeIn(spare, request, events, onEvent),
      (state, error) => interruptedReport(request.problem, events, state, error),
    );
  }

  /**
   * Run a submission as a program.
   *
   * @param {ProgramRequest} request
   * @param {(event: ProgramEvent) => void} onEvent
   * @returns {Promise<ProgramOutcome>}
   */
  function runProgram(request, onEvent) {
    return serve((spare) => runProgramIn(spare, request, onEvent), interruptedProgram);
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

  return {
    ...{ start, run, runProgram, stop: () => stop() },
    beside: spares.beside,
    /** Tell whether nothing runs, and the next run would not have to wait. */
    isIdle: () => !running && spares.isReady(),
    /** Hear of each run as it begins. @param {() => void} listener */
    followRuns: (listener) => void (onRun = listener),
  };
}

/** @param {unknown} error */
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
