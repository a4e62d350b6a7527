/** Runs submissions: one worker serves one run and is thrown away. */

import { watchHiddenPage } from "./hidden-page.js";
import { NOT_LOADED, NO_PLOTS, interruptedReport } from "./interrupted.js";
import { interruptedProgram, runProgramIn } from "./program-run.js";
import { createPlots } from "./plots.js";
import { createRuntime } from "./runtime.js";
import { gradeIn } from "./spare.js";
import { createSpares } from "./spares.js";

/** @import { Event, Problem, ProgramEvent, ProgramOutcome, Report, RuntimeManifest } from "./contracts.js" */
/** @import { ProgramRequest } from "./program-run.js" */
/** @import { Spare } from "./spare.js" */
/** @import { OnStatus, Spares } from "./spares.js" */

const WORTH_SAYING_MS = 100;

/**
 * @typedef {object} RunnerOptions
 * @property {RuntimeManifest} runtime
 * @property {() => Promise<Problem | null>} problem what the workers get ready for; null where it cannot be opened
 * @property {OnStatus} onStatus
 */

/** @param {RunnerOptions} options */
export function createRunner({ runtime: manifest, problem, onStatus }) {
  const runtime = createRuntime(manifest);
  const spares = createSpares(runtime, "Python", problem, () => running || onIdle());
  const plots = createPlots(manifest, runtime);
  let started = false;
  let running = false;
  let stop = () => {};
  let onRun = () => {};
  let onIdle = () => {};

  /** Fetch the runtime and boot the first worker; `onStatus` hears how far that is. */
  async function start() {
    try {
      await spares.get(onStatus);
      started = true;
      onStatus({ phase: "ready" });
    } catch (error) {
      onStatus({ phase: "failed", message: wordsOf(error) });
    }
  }

  /** Wait for a worker; the status says so where that takes a while. @param {Spares} from */
  async function waitForSpare(from) {
    const step = { name: from.name, step: "Starting Python", received: 0, total: 0 };
    const said = setTimeout(() => onStatus({ phase: "loading", ...step }), WORTH_SAYING_MS);
    try {
      const spare = await from.get(onStatus);
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
   * @param {Spares | null} from null: those that can draw
   * @param {(spare: Spare) => Promise<T>} work
   * @param {(state: "stopped" | "crashed", error?: { type: string, text: string }) => T} interrupted
   *   what a run comes to that is stopped, or that no worker can be had for
   * @returns {Promise<T>}
   */
  async function serve(from, work, interrupted) {
    let over = false;
    let end = () => {};
    running = true;
    onRun();
    /** @type {Promise<T>} */
    const stopped = new Promise((resolve) => {
      stop = () => resolve(interrupted("stopped"));
    });
    const served = async () => {
      const waiting = from ?? (await plots.spares());
      const spare = await waitForSpare(waiting);
      if (over) return stopped;
      waiting.taken();
      end = () => {
        spare.worker.terminate();
        spare.port.close();
        waiting.refill();
        void waiting.fetchRest();
      };
      return work(spare);
    };
    try {
      return await Promise.race([stopped, served()]);
    } catch (error) {
      onStatus(from ? { phase: "failed", message: wordsOf(error) } : { phase: "ready" });
      return interrupted("crashed", { type: from ? NOT_LOADED : NO_PLOTS, text: wordsOf(error) });
    } finally {
      [over, running] = [true, false];
      stop = () => {};
      end();
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
      spares,
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
    const from = plots.areNeeded(`${request.source}\n${request.scratch}`) ? null : spares;
    return serve(from, (spare) => runProgramIn(spare, request, onEvent), interruptedProgram);
  }

  // A restore is quick, memory is not.
  watchHiddenPage({
    isIdle: () => started && !running,
    drop: () => [spares, plots.loaded()].forEach((kept) => void kept?.drop()),
    refill: spares.refill,
  });

  return {
    ...{ start, run, runProgram, stop: () => stop() },
    beside: spares.beside,
    isIdle: () => !running && spares.isReady(),
    /** Hear of each run as it begins. @param {() => void} listener */
    followRuns: (listener) => void (onRun = listener),
    /** Hear of each time that nothing runs and the next worker waits. @param {() => void} listener */
    followIdle: (listener) => void (onIdle = listener),
  };
}

/** @param {unknown} error */
function wordsOf(error) {
  return error instanceof Error ? error.message : String(error);
}
