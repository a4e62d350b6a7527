/**
 * Every message between the page and a worker.
 *
 * @typedef {{ type: "boot", port: MessagePort, assets: WorkerAssets, packages: string[], problem: string | null }} BootMessage
 *   the first message, and the only one that does not go through the private port; with the
 *   problem, as JSON, the worker does ahead what needs no submission
 *
 * @typedef {{ type: "run", problem: string, submission: string }} ToWorker
 *   `problem` is the grader's problem as JSON
 *
 * @typedef {{ type: "step", step: string }
 *   | { type: "ready", pace: number }
 *   | { type: "event", line: string }
 *   | { type: "crash", name: string, text: string }} FromWorker
 *   `line` is one event of the grader as JSON; `pace`: how many times slower than usual the machine is
 *
 * @typedef {object} WorkerAssets
 *   what a worker boots from; kept by the page, copied to each worker
 * @property {string} base the runtime's URL
 * @property {Record<string, string>} lock the `info` of Pyodide's lock file
 * @property {WebAssembly.Module} wasm
 * @property {ArrayBuffer} stdlib
 * @property {{ grader: ArrayBuffer, wheels: ArrayBuffer[] } | null} plain zip archives, for a plain boot
 * @property {Snapshot | null} snapshot for a restore
 *
 * @typedef {object} Snapshot
 * @property {SnapshotMeta} meta
 * @property {ArrayBuffer} heap
 * @property {ArrayBuffer} files the contents of `meta.files`, one after the other
 * @property {[path: string, module: WebAssembly.Module][]} libraries
 *
 * @typedef {object} SnapshotMeta
 * @property {string} id of the set that this belongs to
 * @property {string} head what Pyodide itself keeps of a snapshot, base64
 * @property {number} heapSize bytes
 * @property {number} heapBytes bytes in use
 * @property {import("./worker/libraries.js").Place[]} places
 * @property {import("./worker/libraries.js").TableEntry[]} numbering
 * @property {[handle: number, path: string][]} handles of libraries that Python has opened
 * @property {{ path: string, name: string }[]} libraries
 * @property {[path: string, bytes: number][]} files
 */

export {};
