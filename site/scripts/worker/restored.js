/** Starts Python from a memory snapshot: the heap is copied, nothing is imported. */

import { heapEnd, preloadLibraries, trampoline } from "./libraries.js";
import { bootOptions } from "./plain.js";

/** @import { BootFacts } from "../protocol.js" */
/** @import { Parts, Pyodide } from "./plain.js" */

/**
 * @param {Pyodide} pyodide
 * @param {BootFacts} facts
 * @param {Pick<Parts, "meta" | "heap" | "libraries" | "files">} parts
 * @returns {Promise<any>} Pyodide; rejects where anything is not as it was when the snapshot was made
 */
export async function startRestored({ loadPyodide, createPyodideModule }, facts, parts) {
  const meta = await parts.meta;
  return loadPyodide({
    ...bootOptions(facts),
    _loadSnapshot: Uint8Array.from(atob(meta.head), (letter) => letter.charCodeAt(0)),
    async createPyodideModule(/** @type {object} */ settings) {
      const paths = meta.libraries.map(({ path }) => path);
      const loaded = preloadLibraries(settings, paths, parts.libraries, meta.numbering);
      const Module = await createPyodideModule(settings);
      assertSame((await loaded).places, meta.places);
      restoreHeap(Module, meta.heapSize, await parts.heap);
      if (heapEnd(Module) !== meta.heapBytes) throw new Error("The heap does not end where it should");
      for (const [handle, name] of meta.handles) {
        Module.LDSO.loadedLibsByHandle[handle] = Module.LDSO.loadedLibsByName[name];
      }
      // An import must find a library's file; what is in it has been loaded.
      const libraries = paths.map((path) => /** @type {[string, number]} */ ([path, 0]));
      restoreFiles(Module.FS, [...meta.files, ...libraries], new Uint8Array(await parts.files));
      return Module;
    },
  });
}

/**
 * @param {any} Module
 * @param {number} size of the whole heap when it was saved
 * @param {ArrayBuffer[]} heap what of it was in use
 */
function restoreHeap(Module, size, heap) {
  const index = trampoline(Module);
  const kept = Module.HEAP32[index];
  if (Module.HEAPU8.length < size) Module.growMemory(size);
  let end = 0;
  for (const part of heap) {
    Module.HEAPU8.set(new Uint8Array(part), end);
    end += part.byteLength;
  }
  Module.HEAPU8.fill(0, end);
  Module.HEAP32[index] = kept;
}

/**
 * @param {any} FS
 * @param {[path: string, bytes: number][]} files
 * @param {Uint8Array} image all of them, one after the other
 */
function restoreFiles(FS, files, image) {
  const folders = new Set();
  let offset = 0;
  for (const [path, bytes] of files) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) FS.mkdirTree(folder);
    folders.add(folder);
    FS.writeFile(path, image.subarray(offset, offset + bytes), { canOwn: true });
    offset += bytes;
  }
  if (offset !== image.length) throw new Error("The files do not fill their image");
}

/**
 * @param {unknown} got
 * @param {unknown} wanted
 */
function assertSame(got, wanted) {
  if (JSON.stringify(got) !== JSON.stringify(wanted)) {
    throw new Error("The libraries are not where they were when the snapshot was made");
  }
}
