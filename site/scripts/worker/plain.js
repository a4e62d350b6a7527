/** Starts Python the plain way: boot, unpack the wheels, import the libraries. */

/** @import { WorkerAssets } from "../protocol.js" */

/**
 * @typedef {{ loadPyodide: (options: object) => Promise<any>, createPyodideModule: (settings: object) => Promise<any> }} Pyodide
 *   the exports of Pyodide's two scripts
 */

/** What `os.environ` is in every interpreter. */
export const ENVIRONMENT = {
  HOME: "/home/learner",
  LANG: "C.UTF-8",
  PYTHONDONTWRITEBYTECODE: "1",
  PYTHONHASHSEED: "0",
  TZ: "UTC",
};

/**
 * The options of every boot.
 *
 * @param {WorkerAssets} assets
 */
export function bootOptions(assets) {
  return {
    indexURL: assets.base,
    lockFileContents: JSON.stringify({ info: assets.lock, packages: {} }),
    packageBaseUrl: assets.base,
    jsglobals: Object.create(null),
    env: { ...ENVIRONMENT },
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
  };
}

/**
 * @param {Pyodide} pyodide
 * @param {WorkerAssets} assets
 * @param {string[]} packages
 * @param {(step: string) => void} step
 * @returns {Promise<any>} Pyodide
 */
export async function startPlain({ loadPyodide, createPyodideModule }, assets, packages, step) {
  const { plain } = assets;
  if (plain === null) throw new Error("The page has sent no libraries");
  step("Starting Python");
  const python = await loadPyodide({ ...bootOptions(assets), createPyodideModule });
  step("Unpacking the libraries");
  for (const wheel of plain.wheels) python.unpackArchive(wheel, "wheel");
  const sitePackages = python.pyimport("site").getsitepackages().get(0);
  python.unpackArchive(plain.grader, "zip", { extractDir: sitePackages });
  step("Importing the libraries");
  python.pyimport("grader.grade").prepare(python.toPy(packages));
  return python;
}

/**
 * Let Pyodide's own start-up find what the page has sent; nothing is fetched.
 *
 * @param {WorkerAssets} assets
 */
export function answerFetchesFrom(assets) {
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
