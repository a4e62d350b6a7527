/** Wires Run code, whose modules come after all else: nothing of it is needed before typing. */

import { showMarks } from "./marks.js";
import { createShortcut } from "./shortcut.js";

/** @import { ProgramOutcome } from "./contracts.js" */
/** @import { RunCodeOptions } from "./run-code.js" */

const NOT_LOADED = "Run code could not be loaded. Check your connection and press it again.";

/**
 * @param {Omit<RunCodeOptions, "keep" | "mark"> & {
 *   memory: ReturnType<typeof import("./memory.js").createMemory> }} options
 */
export function startRunCode({ memory, ...options }) {
  const { button, editor, scratch, status } = options;
  /** @type {Promise<() => Promise<void>> | null} */
  let coming = null;

  async function load() {
    const { createRunCode } = await import("./run-code.js");
    return createRunCode({ ...options, keep: memory.keepText, mark });
  }

  /** @param {ProgramOutcome | null} outcome null as it begins */
  function mark(outcome) {
    if (outcome === null) memory.press();
    showMarks(editor.view, outcome?.fault?.file === "scratch" ? null : outcome);
    scratch.mark(outcome);
  }

  /** Null where it cannot be loaded now. */
  async function loaded() {
    coming ??= load();
    return coming.catch(() => (coming = null));
  }

  async function onPress() {
    const run = await loaded();
    if (run === null) return status.conclude(NOT_LOADED, "bad");
    await run();
  }

  button.addEventListener("click", onPress);
  createShortcut({ name: "run-code", button, onPress });
  void loaded();
}
