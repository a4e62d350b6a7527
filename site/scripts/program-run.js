/** Runs a submission as a program in a worker that is ready, under one limit on time. */

import { explainCrash } from "./interrupted.js";

/** @import { Problem, ProgramEvent, ProgramOutcome } from "./contracts.js" */
/** @import { FromWorker } from "./protocol.js" */
/** @import { Spare } from "./spare.js" */

/**
 * @typedef {{ problem: Problem, source: string, scratch: string, typed: string }} ProgramRequest
 *   `scratch` runs after the source, `typed` is the input
 */

// What its own limit inside the worker should have ended is given this long.
const GRACE_SECONDS = 1.5;

/** @type {Record<"stopped" | "crashed" | "time-limit", string>} */
const MESSAGES = {
  stopped: "You stopped your code.",
  crashed: "Your code ended the Python interpreter.",
  "time-limit": "Your code did not finish in time. Look for a loop that does not end, or for one long wait.",
};

/**
 * The outcome of a program that ended without one.
 *
 * @param {"stopped" | "crashed" | "time-limit"} state
 * @param {{ type: string, text: string } | null} error what the engine said
 * @returns {ProgramOutcome}
 */
export function interruptedProgram(state, error = null) {
  const message = (error && explainCrash(error)) ?? MESSAGES[state];
  const fault = { message, plain: null, error, file: /** @type {const} */ ("code"), line: null, column: null, frames: [] };
  return { state, fault, value: null, cut: 0, pictures_cut: 0, seconds: 0 };
}

/**
 * Run a program; resolves with its outcome whatever happens.
 *
 * @param {Spare} spare
 * @param {ProgramRequest} request
 * @param {(event: ProgramEvent) => void} onEvent
 * @returns {Promise<ProgramOutcome>}
 */
export function runProgramIn({ worker, port, pace }, { problem, source, scratch, typed }, onEvent) {
  const run_seconds = Math.ceil(problem.limits.run_seconds * pace * 10) / 10;
  problem = { ...problem, limits: { ...problem.limits, run_seconds } };
  return new Promise((resolve) => {
    const end = (/** @type {ProgramOutcome} */ outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    const timer = setTimeout(() => end(interruptedProgram("time-limit")), (run_seconds + GRACE_SECONDS) * 1000);
    const crash = (/** @type {string} */ type, /** @type {string} */ text) =>
      end(interruptedProgram("crashed", { type, text }));
    worker.onerror = (event) => crash("WorkerError", event.message);
    port.onmessage = ({ data }) => {
      const message = /** @type {FromWorker} */ (data);
      if (message.type === "crash") crash(message.name, message.text);
      if (message.type !== "event") return;
      /** @type {ProgramEvent} */
      const event = JSON.parse(message.line);
      if (event.type === "program-ended") end(event.outcome);
      else onEvent(event);
    };
    port.postMessage({ type: "program", problem: JSON.stringify(problem), source, scratch, typed });
  });
}
