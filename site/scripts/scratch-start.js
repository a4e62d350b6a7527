/** The way into the scratch area, which is loaded when it first opens or was left open. */

import { makeButton } from "./element.js";
import { createShortcut } from "./shortcut.js";

/** @import { Problem, ProgramOutcome, TestResult } from "./contracts.js" */
/** @import { Scratch } from "./scratch.js" */

/**
 * @typedef {object} ScratchStartOptions
 * @property {Pick<import("./store.js").Store, "read" | "write">} store
 * @property {string} slug
 * @property {ReturnType<typeof import("./memory.js").createMemory>["keepText"]} keep
 * @property {HTMLElement} pane of the editor; the scratch area stands below it
 * @property {typeof import("./editor.js").createEditor} createEditor
 * @property {() => Promise<Problem | null>} problem
 * @property {() => boolean} showsInputs whether the inputs of hidden tests may be seen
 * @property {{ say: ReturnType<typeof import("./notices.js").createNotices>["say"] }} notices
 * @property {() => void} onRun
 * @property {() => void} onPlace comes before code in it is shown
 */

const NOT_LOADED = "The scratch area could not be loaded. Check your connection and try again.";

/** @param {ScratchStartOptions} options */
export function startScratch(options) {
  const { store, slug, problem, showsInputs, notices } = options;
  /** @type {Scratch | null} */
  let scratch = null;
  /** @type {Promise<Scratch> | null} */
  let coming = null;
  let follow = () => {};

  async function load() {
    const { createScratch } = await import("./scratch.js");
    scratch = createScratch({ ...options, button, onChange: () => follow() });
    return scratch;
  }

  /** Load it if need be, then do this with it. @param {(scratch: Scratch) => void} work */
  async function withScratch(work) {
    coming ??= load();
    try {
      work(await coming);
    } catch (error) {
      coming = null;
      console.info(`Scratchwork: ${error}`);
      notices.say("scratch", NOT_LOADED);
    }
  }

  /** @param {string} id of an example */
  async function loadExample(id) {
    const example = (await problem())?.examples.find((one) => one.id === id);
    const { fromExample } = await import("./scratch-code.js");
    if (example) await withScratch(({ put }) => put(fromExample(example)));
  }

  /** @param {TestResult} result */
  async function loadCall({ name, failure }) {
    const { fromCall } = await import("./scratch-code.js");
    if (failure) await withScratch(({ put }) => put(fromCall(name, failure)));
  }

  /** @param {HTMLElement | null} details @param {() => Promise<void>} take */
  function offer(details, take) {
    const press = () => void take().catch(() => notices.say("scratch", NOT_LOADED));
    details?.append(makeButton("Load into scratch", "button-small scratch-load", press));
    return details;
  }

  const toggle = () => void withScratch(({ toggle }) => toggle());
  const button = makeButton("Scratch", "foot-button button-quiet", toggle);
  button.setAttribute("aria-expanded", "false");
  createShortcut({ name: "scratch", button, onPress: toggle });
  if (store.read("scratch-open", slug) === "yes") void withScratch(({ open }) => open());

  return {
    button,
    /** What runs after the file. */
    code: () => scratch?.code() ?? "",
    /** Hear of every change of it. @param {() => void} onChange */
    onChange: (onChange) => (follow = onChange),
    /** Mark where a program went wrong there. @param {ProgramOutcome | null} outcome */
    mark: (outcome) => scratch?.mark(outcome),
    /** @param {number} line @param {number | null} [column] */
    goTo: (line, column) => scratch?.goTo(line, column),
    /** Add the way of a failed example into the scratch area.
     * @param {TestResult} result @param {HTMLElement | null} details */
    offerExample: (result, details) =>
      isFailed(result) ? offer(details, () => loadExample(result.id)) : details,
    /** The same of a hidden test, where its call may be seen.
     * @param {TestResult} result @param {HTMLElement | null} details */
    offerCall: (result, details) =>
      isFailed(result) && result.failure?.call && showsInputs() ? offer(details, () => loadCall(result)) : details,
  };
}

/** @param {TestResult} result */
const isFailed = ({ outcome }) => outcome === "failed" || outcome === "timeout";
