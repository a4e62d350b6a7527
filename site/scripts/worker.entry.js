/** The worker: starts Python from what the page sends, gives up its own powers, serves one run. */

import { answerFetchesFrom, startPlain } from "./worker/plain.js";
import { giveUpPowers } from "./worker/powers.js";
import { startRestored } from "./worker/restored.js";

/** @import { BootMessage, FromWorker, ToWorker } from "./protocol.js" */
/** @import { Pyodide } from "./worker/plain.js" */

/**
 * Wait for the boot message and serve the run that follows it.
 *
 * @param {Pyodide} pyodide
 */
export function serve(pyodide) {
  self.addEventListener(
    "message",
    async (/** @type {MessageEvent<BootMessage>} */ { data: { port, assets, packages } }) => {
      const send = (/** @type {FromWorker} */ answer) => port.postMessage(answer);
      const step = (/** @type {string} */ step) => send({ type: "step", step });
      try {
        answerFetchesFrom(assets);
        const grade = assets.snapshot
          ? await startRestored(pyodide, assets, assets.snapshot)
          : await startPlain(pyodide, assets, packages, step);
        giveUpPowers();
        port.onmessage = (/** @type {MessageEvent<ToWorker>} */ { data }) => run(grade, data, send);
        send({ type: "ready" });
      } catch (error) {
        send({ type: "crash", ...describe(error) });
      }
    },
    { once: true },
  );
}

/**
 * @param {(problem: string, submission: string, emit: (line: string) => void) => void} grade
 * @param {ToWorker} message
 * @param {(answer: FromWorker) => void} send
 */
function run(grade, { problem, submission }, send) {
  try {
    grade(problem, submission, (line) => send({ type: "event", line }));
  } catch (error) {
    send({ type: "crash", ...describe(error) });
  }
}

/** @param {unknown} error */
function describe(error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { name, text: message.slice(0, 500) };
}
