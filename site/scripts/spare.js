/** One worker: boots it, and grades one submission in it under the limits on time. */

import { interruptedReport } from "./interrupted.js";

/** @import { Event, Problem, Report } from "./contracts.js" */
/** @import { FromWorker } from "./protocol.js" */
/** @import { Start } from "./runtime.js" */

/** @typedef {{ worker: Worker, port: MessagePort, pace: number }} Spare `pace` multiplies limits on time */

// A test that its own limit should have ended is given this long before its worker is ended.
const GRACE_SECONDS = 1.5;
// Events that wait in the page's queue are heard before a limit counts as passed.
const QUEUE_MS = 50;

/**
 * @typedef {object} Boot
 * @property {Start} start
 * @property {Problem | null} problem to get ready for
 * @property {number} seconds until the worker must be ready, once it has all that it starts from
 * @property {(step: string) => void} onStep
 * @property {AbortSignal} [signal] ends it before it is ready
 */

/**
 * Boot a worker; it begins with what has come, and gets each part as it comes.
 *
 * Rejects where it fails or does not answer, and where a part does not come.
 *
 * @param {Boot} boot
 * @returns {Promise<Spare>}
 */
export async function bootWorker({ start, problem, seconds, onStep, signal }) {
  const worker = new Worker(await start.url, { type: "module", name: "python" });
  const { port1: port, port2 } = new MessageChannel();
  return new Promise((resolve, reject) => {
    let timer = 0;
    const fail = (/** @type {Error} */ error) => {
      clearTimeout(timer);
      worker.terminate();
      port.close();
      reject(error);
    };
    const watch = () => (timer = setTimeout(() => fail(new Error("Python did not start in time")), seconds * 1000));
    signal?.addEventListener("abort", () => fail(new Error("It is not wanted any more")));
    worker.onerror = (event) => fail(new Error(event.message || "The worker could not be loaded"));
    port.onmessage = ({ data }) => {
      const message = /** @type {FromWorker} */ (data);
      if (message.type === "step") onStep(message.step);
      if (message.type === "crash") fail(new Error(`${message.name}: ${message.text}`));
      if (message.type !== "ready") return;
      clearTimeout(timer);
      resolve({ worker, port, pace: message.pace });
    };
    const ahead = problem && JSON.stringify(problem);
    const { facts, parts } = start;
    const { port1: from, port2: to } = new MessageChannel();
    worker.postMessage({ type: "boot", port: port2, from, ...facts, parts, problem: ahead }, [port2, from]);
    start.hand(to).catch(fail);
    start.whole.then(watch, fail);
  });
}

/**
 * Grade a submission in a worker that is ready; resolves with a report whatever happens.
 *
 * @param {Spare} spare
 * @param {{ problem: Problem, submission: string, only?: string[] | null }} request
 *   `only` names the tests that run, null: all
 * @param {Event[]} events filled as they come
 * @param {(event: Event) => void} onEvent
 * @returns {Promise<Report>}
 */
export function gradeIn({ worker, port, pace }, { problem, submission, only = null }, events, onEvent) {
  const scaled = (/** @type {number} */ seconds) => Math.ceil(seconds * pace * 10) / 10;
  const [test_seconds, run_seconds] = [scaled(problem.limits.test_seconds), scaled(problem.limits.run_seconds)];
  problem = { ...problem, limits: { test_seconds, run_seconds } };
  return new Promise((resolve) => {
    const expire = () => end(interruptedReport(problem, events, "time-limit"));
    const crash = (/** @type {string} */ type, /** @type {string} */ text) =>
      end(interruptedReport(problem, events, "crashed", { type, text }));
    const inTime = watch(test_seconds + GRACE_SECONDS, run_seconds, expire);
    const end = (/** @type {Report} */ report) => {
      inTime.end();
      resolve(report);
    };
    worker.onerror = (event) => crash("WorkerError", event.message);
    port.onmessage = ({ data }) => {
      const message = /** @type {FromWorker} */ (data);
      if (message.type === "crash") crash(message.name, message.text);
      if (message.type !== "event") return;
      inTime.renew();
      /** @type {Event} */
      const event = JSON.parse(message.line);
      if (event.type === "reported") return end(event.report);
      events.push(event);
      onEvent(event);
    };
    port.postMessage({ type: "run", problem: JSON.stringify(problem), submission, only: JSON.stringify(only) });
  });
}

/**
 * Call `expire` once nothing came for `silence` seconds, or `total` seconds are over.
 *
 * @param {number} silence
 * @param {number} total
 * @param {() => void} expire
 */
function watch(silence, total, expire) {
  const whole = setTimeout(expire, total * 1000);
  /** @type {number} */
  let quiet;
  const renew = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => (quiet = setTimeout(expire, QUEUE_MS)), silence * 1000);
  };
  renew();
  return {
    renew,
    end() {
      clearTimeout(quiet);
      clearTimeout(whole);
    },
  };
}
