/** @import { RuntimeManifest } from "./contracts.js" */
/** @import { Wanted } from "./loading.js" */

/**
 * Every message between the page and its workers: those that Python runs in, and the keeper of what they start from.
 *
 * @typedef {BootFacts & { type: "boot", port: MessagePort, from: MessagePort, parts: (keyof Assets)[], problem: string | null }} BootMessage
 *   the first message, and the only one that does not go through the private port; the parts come
 *   `from` the keeper; with the problem, as JSON, the worker does ahead what needs no submission
 *
 * @typedef {object} BootFacts
 * @property {string} base the runtime's URL
 * @property {Record<string, string>} lock the `info` of Pyodide's lock file
 * @property {string[]} packages imported at a plain start
 *
 * @typedef {{ type: "part", name: keyof Assets, value: any }} PartMessage
 *   one of the parts that were asked for, as soon as the keeper has it
 *
 * @typedef {{ type: "know", manifest: RuntimeManifest, shares: number | null }
 *   | { type: "bring", ask: number, runtime: number, parts: (keyof Assets)[], isServed: boolean }
 *   | { type: "hand", runtime: number, parts: (keyof Assets)[], port: MessagePort }} ToKeeper
 *   runtimes are numbered in the order in which it knows them; `shares` is the one whose interpreter this one
 *   has too; `isServed`: by a service worker
 *
 * @typedef {{ type: "progress", runtime: number, received: number, total: number }
 *   | { type: "inflate", wanted: Wanted, port: MessagePort }
 *   | { type: "brought", ask: number }
 *   | { type: "failed", ask: number, error: unknown }} FromKeeper
 *   `received` and `total` in bytes; a worker that inflates answers through the port
 *
 * @typedef {{ type: "run", problem: string, submission: string, only: string }
 *   | { type: "program", problem: string, source: string, scratch: string, typed: string }
 *   | { type: "assist" }
 *   | { type: "ask", question: string }} ToWorker
 *   grades a submission, or runs it as a program, and what is in scratch after it, with its input typed ahead; `problem` is the
 *   grader's problem as JSON, `only` names the tests that run, as JSON, null: all. A worker that
 *   gets `assist` runs nothing: it answers questions about code, with the program that it has as a part
 *
 * @typedef {{ type: "step", step: string }
 *   | { type: "ready", pace: number }
 *   | { type: "event", line: string }
 *   | { type: "answer", answer: string }
 *   | { type: "crash", name: string, text: string }} FromWorker
 *   `line` is one event of the grader as JSON; `pace`: how many times slower than usual the machine is
 *
 * @typedef {object} Assets
 *   what a worker starts from; kept by the keeper, copied to each worker
 * @property {ArrayBuffer[]} scripts Pyodide's, for the page, which makes the worker's script of them
 * @property {WebAssembly.Module} wasm
 * @property {ArrayBuffer} stdlib
 * @property {{ grader: ArrayBuffer, wheels: ArrayBuffer[] }} plain zip archives, for a plain start
 * @property {SnapshotMeta} meta and what follows are for a restore
 * @property {ArrayBuffer[]} heap in parts, one after the other
 * @property {ArrayBuffer} files the contents of `meta.files`, one after the other
 * @property {WebAssembly.Module[]} libraries `meta.libraries`, compiled
 * @property {ArrayBuffer} assist a zip archive, for a worker that answers questions
 *
 * @typedef {object} SnapshotMeta
 * @property {string} id of the set that this belongs to
 * @property {string} head what Pyodide itself keeps of a snapshot, base64
 * @property {number} heapSize bytes
 * @property {number} heapBytes bytes in use
 * @property {import("./worker/libraries.js").Place[]} places
 * @property {import("./worker/libraries.js").TableEntry[]} numbering
 * @property {{ name: string, bytes: number }[]} heap its files, and their sizes as inflated
 * @property {[handle: number, path: string][]} handles of libraries that Python has opened
 * @property {{ path: string, name: string }[]} libraries
 * @property {[path: string, bytes: number][]} files
 */

export {};
