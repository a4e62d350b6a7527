/**
 * Grades in Pyodide, one submission after the other in one interpreter: the runtime of the page, with
 * the page's own modules, under Node.
 *
 * Lines of JSON on standard input: first a `Boot`, then a `Job` each. On standard output:
 * `{"type": "ready", "pace"}` once, then the events of each job and `{"type": "ended", "heap", "replaced"}`.
 */
import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { gunzipSync } from "node:zlib";
import { createAlarm } from "../site/scripts/worker/alarm.js";
import { startPlain } from "../site/scripts/worker/plain.js";
import { startRestored } from "../site/scripts/worker/restored.js";

/**
 * @typedef {object} Boot
 * @property {string} core the folder of Pyodide's core
 * @property {Record<string, string>} lock
 * @property {string | null} snapshot a folder, or null to start the plain way
 * @property {string[]} packages imported before anything is graded
 * @property {string[]} wheels
 * @property {string} grader an archive
 * @property {string} between the source of what clears up between two jobs
 *
 * @typedef {object} Job
 * @property {object} problem
 * @property {string} submission
 * @property {string} order of the tests
 * @property {boolean} trusted not to have replaced anything; it is looked for once, at the end
 */

// As in site/scripts/worker.entry.js.
const USUAL_MS = 20;
const MOST_PACE = 4;
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

const requests = new Worker(new URL("requests.mjs", import.meta.url));
requests.once("message", (line) => main(JSON.parse(line)).catch(give));

/** @param {Boot} boot */
async function main(boot) {
  const python = await start(boot);
  python.FS.writeFile("/lib/python3.14/site-packages/between.py", boot.between);
  const { clear_up: clearUp, grade_trusting: gradeTrusting, grade_watching: gradeWatching } = python.pyimport("between");
  const setAlarm = createAlarm(python);
  const pace = measurePace(python);
  clearUp();
  requests.on("message", (line) => {
    try {
      const { problem, submission, order, trusted } = JSON.parse(line);
      const grade = trusted ? gradeTrusting : gradeWatching;
      grade(JSON.stringify(problem), submission, say, setAlarm, order);
      const replaced = clearUp();
      say(JSON.stringify({ type: "ended", heap: python._module.HEAPU8.length, replaced }));
    } catch (error) {
      give(error);
    }
  });
  say(JSON.stringify({ type: "ready", pace }));
}

/** @param {Boot} boot */
async function start({ core, lock, snapshot, packages, wheels, grader }) {
  const { loadPyodide } = await import(pathToFileURL(join(core, "pyodide.mjs")).href);
  const { default: createPyodideModule } = await import(pathToFileURL(join(core, "pyodide.asm.mjs")).href);
  const pyodide = { loadPyodide, createPyodideModule };
  const facts = { base: `${core}/`, lock, packages };
  if (snapshot !== null) return startRestored(pyodide, facts, readSnapshot(snapshot));
  const plain = { wheels: wheels.map(read), grader: read(grader) };
  return startPlain(pyodide, facts, { plain }, () => undefined);
}

function readSnapshot(folder) {
  const meta = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
  const libraries = Promise.all(meta.libraries.map(({ name }) => WebAssembly.compile(read(join(folder, name)))));
  const inflate = (name) => gunzipSync(read(join(folder, name)));
  return { meta, libraries, heap: meta.heap.map(({ name }) => inflate(name)), files: inflate("files.bin") };
}

function read(path) {
  return new Uint8Array(readFileSync(path));
}

/** How many times slower than usual this machine is: limits on time grow with it. */
function measurePace(python) {
  const { work } = python.pyimport("grader.pace");
  let best = Infinity; // the first calls compile
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    work();
    best = Math.min(best, performance.now() - started);
  }
  return Math.min(Math.max(best / USUAL_MS, 1), MOST_PACE);
}

/** @param {string} line */
function say(line) {
  for (let data = Buffer.from(`${line}\n`); data.length > 0; ) data = data.subarray(write(data));
}

/** Write what the pipe takes; Node does not let it block. */
function write(data) {
  try {
    return writeSync(1, data);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
    Atomics.wait(PAUSE, 0, 0, 1);
    return 0;
  }
}

/** Say what has ended the interpreter, and end with it. */
function give(error) {
  writeSync(2, String(error?.message ?? error).slice(0, 500));
  process.kill(process.pid, "SIGKILL"); // an exit would wait for the thread that reads
}
