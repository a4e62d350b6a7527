/** The worker: boots Pyodide from what the page sends, gives up its own powers, serves one run. */

/** @import { BootMessage, ToWorker, FromWorker, WorkerAssets } from "./protocol.js" */

// Learner code must not reach any of these, not even along a prototype chain.
const POWERS = [
  "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport", "Worker", "SharedWorker",
  "importScripts", "indexedDB", "caches", "BroadcastChannel", "navigator", "RTCPeerConnection",
  "WebSocketStream", "Notification", "FileReaderSync", "cookieStore", "webkitRequestFileSystem",
  "webkitRequestFileSystemSync", "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
]; // prettier-ignore

/**
 * Wait for the boot message and serve the run that follows it.
 *
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {(settings: object) => Promise<any>} createPyodideModule
 */
export function serve(loadPyodide, createPyodideModule) {
  self.addEventListener(
    "message",
    async (/** @type {MessageEvent<BootMessage>} */ message) => {
      const { port, assets, packages } = message.data;
      const send = (/** @type {FromWorker} */ answer) => port.postMessage(answer);
      try {
        const grade = await boot(loadPyodide, createPyodideModule, assets, packages, send);
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
 * @param {(options: object) => Promise<any>} loadPyodide
 * @param {(settings: object) => Promise<any>} createPyodideModule
 * @param {WorkerAssets} assets
 * @param {string[]} packages
 * @param {(answer: FromWorker) => void} send
 */
async function boot(loadPyodide, createPyodideModule, assets, packages, send) {
  send({ type: "step", step: "Starting Python" });
  answerFetchesFrom(assets);
  const pyodide = await loadPyodide({
    createPyodideModule,
    indexURL: assets.base,
    lockFileContents: JSON.stringify({ info: assets.lock, packages: {} }),
    packageBaseUrl: assets.base,
    jsglobals: Object.create(null),
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
    env: { HOME: "/home/learner", PYTHONHASHSEED: "0", PYTHONDONTWRITEBYTECODE: "1", TZ: "UTC" },
  });
  send({ type: "step", step: "Unpacking the libraries" });
  for (const wheel of assets.wheels) pyodide.unpackArchive(wheel, "wheel");
  const sitePackages = pyodide.pyimport("site").getsitepackages().get(0);
  pyodide.unpackArchive(assets.grader, "zip", { extractDir: sitePackages });
  send({ type: "step", step: "Importing the libraries" });
  const grader = pyodide.pyimport("grader.grade");
  grader.prepare(pyodide.toPy(packages));
  return grader.grade_json;
}

/**
 * Let Pyodide's own start-up find what the page has sent; nothing is fetched.
 *
 * @param {WorkerAssets} assets
 */
function answerFetchesFrom(assets) {
  self.fetch = async (url) => {
    const name = String(url).slice(assets.base.length);
    // The WebAssembly module is there already, compiled: see instantiateStreaming below.
    if (name === "pyodide.asm.wasm") return new Response();
    if (name === "python_stdlib.zip") return new Response(assets.stdlib);
    throw new TypeError(`Nothing is fetched here: ${name}`);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => ({
    module: assets.wasm,
    instance: await WebAssembly.instantiate(assets.wasm, imports),
  });
}

/** Remove what leads out of this worker; throws where something cannot be removed. */
function giveUpPowers() {
  for (const name of POWERS) {
    for (let owner = self; owner !== null; owner = Object.getPrototypeOf(owner)) {
      delete (/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (owner))[name]);
    }
    if (name in self) throw new Error(`${name} cannot be removed`);
  }
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
