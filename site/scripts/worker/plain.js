/** Starts Python the plain way: boot, unpack the wheels, import the libraries. */

/** @import { Assets, BootFacts } from "../protocol.js" */

/**
 * @typedef {{ loadPyodide: (options: object) => Promise<any>, createPyodideModule: (settings: object) => Promise<any> }} Pyodide
 *   the exports of Pyodide's two scripts
 * @typedef {{ [Name in keyof Assets]: Promise<Assets[Name]> }} Parts
 *   only those of the way that is gone
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
 * @param {BootFacts} facts
 */
export function bootOptions({ base, lock }) {
  return {
    indexURL: base,
    lockFileContents: JSON.stringify({ info: lock, packages: {} }),
    packageBaseUrl: base,
    jsglobals: Object.create(null),
    env: { ...ENVIRONMENT },
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
  };
}

/**
 * @param {Pyodide} pyodide
 * @param {BootFacts} facts
 * @param {Pick<Parts, "plain">} parts
 * @param {(step: string) => void} step
 * @returns {Promise<any>} Pyodide
 */
export async function startPlain({ loadPyodide, createPyodideModule }, facts, parts, step) {
  step("Starting Python");
  const python = await loadPyodide({ ...bootOptions(facts), createPyodideModule });
  const { grader, wheels } = await parts.plain;
  step("Unpacking the libraries");
  for (const wheel of wheels) python.unpackArchive(wheel, "wheel");
  const sitePackages = python.pyimport("site").getsitepackages().get(0);
  python.unpackArchive(grader, "zip", { extractDir: sitePackages });
  step("Importing the libraries");
  python.pyimport("grader.grade").prepare(python.toPy(facts.packages));
  return python;
}

/**
 * Let Pyodide's own start-up find what the keeper has sent; nothing is fetched.
 *
 * @param {string} base
 * @param {Parts} parts
 */
export function answerFetchesFrom(base, parts) {
  self.fetch = async (url) => {
    const name = String(url).slice(base.length);
    // The WebAssembly module is there already, compiled: see instantiateStreaming below.
    if (name === "pyodide.asm.wasm") return new Response();
    if (name === "python_stdlib.zip") return new Response(await parts.stdlib);
    throw new TypeError(`Nothing is fetched here: ${name}`);
  };
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await parts.wasm;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}
