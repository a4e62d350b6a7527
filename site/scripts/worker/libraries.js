/**
 * Loads compiled libraries ahead of Python, at the same addresses when a snapshot is made and when
 * it is restored. Used by the build under Node and by the worker.
 *
 * Emscripten's objects have no types: `Module` and `settings` are Pyodide's own, at its pinned version.
 */

/**
 * @typedef {[path: string, tableBase: number, tableEnd: number, heapEnd: number]} Place
 *   where a library ended up
 * @typedef {[name: string, index: number]} TableEntry
 *   a function of the main module and its index in the function table
 * @typedef {{ places: Place[], constructors: (() => void)[] }} Loaded
 *   the constructors have not run: some want a Python that has started, and a restored heap has their effects
 */

// Above every index that an engine gives out by itself before libraries are loaded.
const TABLE_BASE = 16384;

/**
 * Have Emscripten load the libraries before Python starts.
 *
 * @param {any} settings Emscripten's
 * @param {string[]} paths where Python will look for them, in the order of loading
 * @param {Promise<WebAssembly.Module[]>} libraries
 * @param {TableEntry[] | null} numbering the function table's of the build, or null in the build itself
 * @returns {Promise<Loaded>} rejects where a library cannot be loaded
 */
export function preloadLibraries(settings, paths, libraries, numbering) {
  return new Promise((resolve, reject) => {
    settings.preRun.push(async (/** @type {any} */ Module) => {
      Module.addRunDependency("libraries");
      try {
        Module.wasmTable.grow(TABLE_BASE - Module.wasmTable.length);
        if (numbering !== null) renumber(Module, numbering);
        /** @type {Loaded} */
        const loaded = { places: [], constructors: [] };
        for (const [index, library] of (await libraries).entries()) {
          const { place, construct } = await load(Module, paths[index], library);
          loaded.places.push(place);
          if (construct) loaded.constructors.push(construct);
        }
        resolve(loaded);
      } catch (error) {
        reject(error);
      } finally {
        Module.removeRunDependency("libraries");
      }
    });
  });
}

/**
 * Give functions the indexes that they had in the build: engines number exports differently.
 *
 * @param {any} Module
 * @param {TableEntry[]} numbering
 */
function renumber(Module, numbering) {
  const moved = numbering.filter(([name, index]) => Module.GOT[name].value !== index);
  const functions = moved.map(([name]) => Module.wasmTable.get(Module.GOT[name].value));
  moved.forEach(([name, index], i) => {
    Module.setWasmTableEntry(index, functions[i]);
    Module.GOT[name].value = index;
  });
}

/**
 * @param {any} Module
 * @param {string} path where Python will look for the library
 * @param {WebAssembly.Module} library
 * @returns {Promise<{ place: Place, construct: (() => void) | undefined }>}
 */
async function load(Module, path, library) {
  const tableBase = Module.wasmTable.length;
  const flags = { loadAsync: true, nodelete: true, allowUndefined: true, global: false };
  const { Instance } = WebAssembly;
  /** @type {(() => void) | undefined} */
  let construct;
  // Emscripten would call the constructors itself, before Python starts.
  const withoutConstructors = function (/** @type {WebAssembly.Module} */ module, /** @type {WebAssembly.Imports} */ imports) {
    const { __wasm_call_ctors: found, ...exports } = new Instance(module, imports).exports;
    construct = /** @type {(() => void) | undefined} */ (found);
    return { exports };
  };
  try {
    WebAssembly.Instance = /** @type {any} */ (withoutConstructors);
    const exports = await Module.loadWebAssemblyModule(library, flags, path, {});
    Module.newDSO(path, undefined, exports).global = false;
  } finally {
    WebAssembly.Instance = Instance;
  }
  return { place: [path, tableBase, Module.wasmTable.length, heapEnd(Module)], construct };
}

/**
 * The end of what the heap uses, in bytes.
 *
 * @param {any} Module
 * @returns {number}
 */
export function heapEnd(Module) {
  return Module.HEAPU32[Module._emscripten_get_sbrk_ptr() >>> 2];
}

/**
 * The numbering that `preloadLibraries` wants at a restore.
 *
 * @param {any} Module
 * @returns {TableEntry[]}
 */
export function readNumbering(Module) {
  const { exports } = Module.LDSO.loadedLibsByHandle[0];
  return Object.entries(Module.GOT)
    .map(([name, { value }]) => /** @type {TableEntry} */ ([name, value]))
    .filter(([name, value]) => value > 0 && value < TABLE_BASE && typeof exports[name] === "function");
}

/**
 * Index, in 32-bit words, of the pointer that differs with what an engine can do.
 *
 * @param {any} Module
 * @returns {number}
 */
export function trampoline(Module) {
  return (Module.__PyRuntime + Module.HEAP32[Module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >>> 2]) >>> 2;
}
