/**
 * Every message between the page and a worker.
 *
 * @typedef {{ type: "boot", port: MessagePort, assets: WorkerAssets, packages: string[] }} BootMessage
 *   the first message, and the only one that does not go through the private port
 *
 * @typedef {{ type: "run", problem: string, submission: string }} ToWorker
 *   `problem` is the grader's problem as JSON
 *
 * @typedef {{ type: "step", step: string }
 *   | { type: "ready" }
 *   | { type: "event", line: string }
 *   | { type: "crash", name: string, text: string }} FromWorker
 *   `line` is one event of the grader as JSON
 *
 * @typedef {object} WorkerAssets
 *   what a worker boots from; kept by the page, copied to each worker
 * @property {string} base the runtime's URL
 * @property {WebAssembly.Module} wasm
 * @property {Record<string, string>} lock the `info` of Pyodide's lock file
 * @property {ArrayBuffer} stdlib
 * @property {ArrayBuffer} grader a zip archive of the grader's sources
 * @property {ArrayBuffer[]} wheels
 */

export {};
