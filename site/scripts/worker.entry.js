/** The worker: starts Python from what the keeper sends, gives up its own powers, serves one run. */

import { createAlarm } from "./worker/alarm.js";
import { ENVIRONMENT, answerFetchesFrom, startPlain } from "./worker/plain.js";
import { giveUpPowers } from "./worker/powers.js";
import { startRestored } from "./worker/restored.js";

/** @import { BootMessage, FromWorker, PartMessage, ToWorker } from "./protocol.js" */
/** @import { Parts } from "./worker/plain.js" */
/** @import { Pyodide } from "./worker/plain.js" */

// What grader.pace.work takes on a usual machine.
const USUAL_MS = 20;
const MOST_PACE = 4;

/**
 * Wait for the boot message and serve the run that follows it.
 *
 * @param {Pyodide} pyodide
 */
export function serve(pyodide) {
  self.onmessage = async (/** @type {MessageEvent<BootMessage>} */ { data }) => {
    self.onmessage = null;
    const { port } = data;
    const send = (/** @type {FromWorker} */ answer) => port.postMessage(answer);
    try {
      const parts = receive(data.from, data.parts);
      const python = await boot(pyodide, data, parts, send);
      const answer = createAnswering(python, data.parts.includes("assist") ? await parts.assist : null);
      data.from.close();
      const { grade_json: grade, get_ready: getReady } = python.pyimport("grader.grade");
      const { run_json: runProgram } = python.pyimport("grader.program");
      const setAlarm = createAlarm(python);
      const emit = (/** @type {string} */ line) => send({ type: "event", line });
      giveUpPowers();
      const serveOne = (/** @type {ToWorker} */ message) => {
        if (message.type === "run") grade(message.problem, message.submission, emit, setAlarm, "given", message.only);
        else if (message.type === "program") {
          runProgram(message.problem, message.source, message.typed, emit, setAlarm, message.scratch);
        } else send({ type: "answer", answer: answer(message) });
      };
      port.onmessage = ({ data: message }) => orCrash(send, () => serveOne(message));
      const pace = measurePace(python);
      if (data.problem !== null) getReady(data.problem);
      send({ type: "ready", pace });
    } catch (error) {
      send(crash(error));
    }
  };
}

/**
 * @param {Pyodide} pyodide
 * @param {BootMessage} facts
 * @param {Parts} parts
 * @param {(answer: FromWorker) => void} send
 */
async function boot(pyodide, facts, parts, send) {
  answerFetchesFrom(facts.base, parts);
  const python = facts.parts.includes("meta")
    ? await startRestored(pyodide, facts, parts)
    : await startPlain(pyodide, facts, parts, (step) => send({ type: "step", step }));
  const seed = crypto.getRandomValues(new Uint32Array(1))[0];
  python.pyimport("grader.snapshot").renew(python.toPy(ENVIRONMENT), seed);
  return python;
}

/**
 * The parts that the keeper will send, each when it has come; of one that does not come, it tells the page.
 *
 * @param {MessagePort} from
 * @param {string[]} names
 * @returns {Parts}
 */
function receive(from, names) {
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  const parts = names.map((name) => [name, new Promise((resolve) => waiting.set(name, resolve))]);
  from.onmessage = (/** @type {MessageEvent<PartMessage>} */ { data }) => waiting.get(data.name)?.(data.value);
  from.postMessage("listening");
  return Object.fromEntries(parts);
}

/**
 * How many times slower than usual this machine is: limits on time grow with it.
 *
 * @param {any} python
 */
function measurePace(python) {
  const { work } = python.pyimport("grader.pace");
  const started = performance.now();
  work();
  return Math.min(Math.max((performance.now() - started) / USUAL_MS, 1), MOST_PACE);
}

/**
 * What answers the editor's questions, once the program that does has been unpacked.
 *
 * @param {any} python
 * @param {ArrayBuffer | null} archive of that program
 * @returns {(message: { type: "assist" } | { type: "ask", question: string }) => string} JSON
 */
function createAnswering(python, archive) {
  /** @type {any} */
  let answering = null;
  return (message) => {
    if (message.type === "ask") return answering.answer_json(message.question);
    const extractDir = python.pyimport("site").getsitepackages().get(0);
    python.unpackArchive(archive, "zip", { extractDir });
    answering = python.pyimport("assist.answering");
    answering.get_ready();
    return "null";
  };
}

/**
 * @param {(answer: FromWorker) => void} send
 * @param {() => void} work
 */
function orCrash(send, work) {
  try {
    work();
  } catch (error) {
    send(crash(error));
  }
}

/**
 * @param {unknown} error
 * @returns {FromWorker}
 */
function crash(error) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return { type: "crash", name, text: message.slice(0, 500) };
}
