/**
 * Saves the memory of a Python that has imported a package set, the grader and pytest.
 *
 * Usage: node snapshot.mjs, with a `Request` as JSON on standard input. Needs Node 26 or newer: what
 * the engine can do (JSPI) is baked into the snapshot, and older ones cannot do what browsers can.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { heapEnd, preloadLibraries, readNumbering } from "../site/scripts/worker/libraries.js";

/**
 * @typedef {object} Request
 * @property {string} pyodide the folder of Pyodide's core
 * @property {string} site a folder with the unpacked wheels and the grader
 * @property {string[]} packages imported before the snapshot
 * @property {string[]} unneeded beginnings of paths in `site` that are not restored
 * @property {Record<string, string>} lock
 * @property {Record<string, string>} env
 * @property {object} problem a problem to warm the grader with
 * @property {string[]} submissions to it
 * @property {string} program runs as a program
 * @property {string} out the folder to write
 */

const SITE_PACKAGES = "/lib/python3.14/site-packages";
// Inflated side by side; more parts do not help where there are two cores, and a restore wants the other.
const HEAP_PARTS = 3;
const HEAP_STEPS = [1 << 22, 1 << 20, 1 << 18, 1 << 16, 1 << 14, 1 << 12, 1 << 10, 1 << 8, 1 << 6, 1 << 5];

/** @type {Request} */
const request = JSON.parse(readFileSync(0, "utf8"));
try {
  await main();
} catch (error) {
  console.error(String(error?.message ?? error).slice(0, 500));
  process.exitCode = 1;
}

async function main() {
  const files = listFiles(request.site).map((path) => [path, readFileSync(join(request.site, path))]);
  const libraries = files.filter(([path]) => path.endsWith(".so") && !isUnneeded(path)).map(([path, bytes]) => [`${SITE_PACKAGES}/${path}`, bytes]);
  const { pyodide, Module, places } = await boot(files, libraries);
  const numbering = readNumbering(Module);
  warmUp(pyodide);
  const handles = Object.entries(Module.LDSO.loadedLibsByHandle)
    .filter(([handle]) => handle !== "0")
    .map(([handle, { name }]) => [Number(handle), name]);
  for (const name of Object.keys(pyodide.loadedPackages)) delete pyodide.loadedPackages[name];
  zeroFreeMemory(Module);
  const end = heapEnd(Module);
  const snapshot = pyodide.makeMemorySnapshot();
  write(snapshot, end, { places, numbering, handles, heapSize: Module.HEAPU8.length }, files, libraries);
}

/** Start Python with every file of `site` in place and every library loaded. */
async function boot(files, libraries) {
  const { loadPyodide } = await import(join(request.pyodide, "pyodide.mjs"));
  const { default: create } = await import(join(request.pyodide, "pyodide.asm.mjs"));
  let Module, loaded;
  const pyodide = await loadPyodide({
    indexURL: request.pyodide,
    lockFileContents: JSON.stringify({ info: request.lock, packages: {} }),
    jsglobals: Object.create(null),
    env: request.env,
    stdin: () => null,
    stdout: () => undefined,
    stderr: () => undefined,
    _makeSnapshot: true,
    async createPyodideModule(settings) {
      settings.thisProgram = "./this.program"; // as in a browser; Node would give this file's place
      settings.preRun.push(({ FS }) => {
        for (const [path, bytes] of files) {
          const target = `${SITE_PACKAGES}/${path}`;
          FS.mkdirTree(target.slice(0, target.lastIndexOf("/")));
          FS.writeFile(target, new Uint8Array(bytes));
        }
      });
      const compiled = Promise.all(libraries.map(([, bytes]) => WebAssembly.compile(bytes)));
      const loading = preloadLibraries(settings, libraries.map(([path]) => path), compiled, null);
      Module = await create(settings);
      loaded = await loading;
      return Module;
    },
  });
  for (const construct of loaded.constructors) construct();
  return { pyodide, Module, places: loaded.places };
}

/** Import and run everything that a first run would, then forget what must not be restored. */
function warmUp(pyodide) {
  const grader = pyodide.pyimport("grader.grade");
  grader.prepare(pyodide.toPy(request.packages));
  for (const submission of request.submissions) {
    let report;
    grader.grade_json(JSON.stringify(request.problem), submission, (line) => {
      const event = JSON.parse(line);
      if (event.type === "reported") report = event.report;
    });
    if (report?.state !== "graded") throw new Error(`The warm-up run ended in ${JSON.stringify(report)}`);
  }
  const programs = pyodide.pyimport("grader.program");
  let ended = "";
  programs.run_json(JSON.stringify(request.problem), request.program, "", (line) => (ended = line));
  if (!ended.includes('"finished"')) throw new Error(`The warm-up program ended in ${ended}`);
  programs.destroy();
  pyodide.pyimport("grader.pace").work();
  const snapshots = pyodide.pyimport("grader.snapshot");
  snapshots.forget();
  grader.watch_libraries();
  snapshots.destroy();
  grader.destroy();
}

/** Free memory holds old data; zeros compress to nothing. */
function zeroFreeMemory(Module) {
  const end = heapEnd(Module);
  const held = [];
  for (const size of HEAP_STEPS) {
    for (;;) {
      const pointer = Module._malloc(size);
      if (pointer + size > end) {
        Module._free(pointer);
        break;
      }
      Module.HEAPU8.fill(0, pointer, pointer + size);
      held.push(pointer);
    }
  }
  for (const pointer of held) Module._free(pointer);
}

/** Write the set: heap, libraries, files and what a restore must know, under names by content. */
function write(snapshot, end, facts, files, libraries) {
  mkdirSync(request.out, { recursive: true });
  const offset = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1];
  const kept = files.filter(([path]) => !path.endsWith(".so") && !isUnneeded(path));
  const heap = cut(snapshot.subarray(offset, offset + end), HEAP_PARTS);
  const named = heap.map((bytes, index) => [`heap-${index}`, bytes]);
  named.push(["files", Buffer.concat(kept.map(([, bytes]) => bytes))]);
  const parts = named.map(([name, bytes]) => [name, gzipSync(bytes, { level: 9 })]);
  const digests = [...parts.map(([, bytes]) => bytes), JSON.stringify(facts), ...libraries.map(([path]) => path)].map(sha256);
  const meta = {
    id: sha256(digests.join("")),
    ...facts,
    head: Buffer.from(snapshot.subarray(0, offset)).toString("base64"),
    heapBytes: end,
    heap: heap.map(({ length }, index) => ({ name: `heap-${index}.bin`, bytes: length })),
    libraries: libraries.map(([path], index) => ({ path, name: `library-${index}.wasm` })),
    files: kept.map(([path, bytes]) => [`${SITE_PACKAGES}/${path}`, bytes.length]),
  };
  for (const [name, bytes] of parts) writeFileSync(join(request.out, `${name}.bin`), bytes);
  libraries.forEach(([, bytes], index) => writeFileSync(join(request.out, `library-${index}.wasm`), bytes));
  writeFileSync(join(request.out, "meta.json"), JSON.stringify(meta));
}

/** @param {Uint8Array} bytes @param {number} count */
function cut(bytes, count) {
  const size = Math.ceil(bytes.length / count);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

function sha256(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}

function isUnneeded(path) {
  return request.unneeded.some((beginning) => path.startsWith(beginning));
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
