/** How far each problem is in this browser; small records tell it, so that no list has to open the history. */

/** @import { Store } from "./store.js" */
/** @typedef {ReturnType<typeof import("./solved.js").createSolved>} Solved */
/** @typedef {"untouched" | "started" | "solved" | "unaided"} State unaided: solved without help */
/** @typedef {"hint" | "reference"} Help */

const STARTED = "started";
const HELP = "help";
/** How many hints are open. */
const HINTS = "hints";
const DRAFT = "draft";

/** @param {Store} store @param {Solved} solved */
export function createProgress(store, solved) {
  const readHelp = (/** @type {string} */ slug) => readRecord(store.read(HELP, slug));

  /** A draft without a record is from before there were any. @param {string} slug */
  function readStarted(slug) {
    const text = store.read(STARTED, slug);
    return text === null ? { draft: store.read(DRAFT, slug) !== null, run: false } : readRecord(text);
  }

  /** @param {string} slug @returns {State} */
  function stateOf(slug) {
    const mark = solved.read(slug);
    if (mark) return mark.unaided && !Object.values(readHelp(slug)).some((at) => at <= mark.at) ? "unaided" : "solved";
    const { draft, run } = readStarted(slug);
    return draft || run ? "started" : "untouched";
  }

  /** @param {string} slug @param {Record<string, any>} facts */
  function noteStarted(slug, facts) {
    const before = store.read(STARTED, slug);
    const after = JSON.stringify({ ...readStarted(slug), ...facts });
    if (after !== before) store.write(STARTED, slug, after);
  }

  return {
    stateOf,
    /** When help was first opened, by its kind. @type {(slug: string) => Record<string, number>} */
    readHelp,
    /** @param {string} slug @param {boolean} differs from the starter */
    noteDraft: (slug, differs) => noteStarted(slug, { draft: differs }),
    /** @param {string} slug */
    noteRun: (slug) => noteStarted(slug, { run: true }),
    /** Remember when help was first opened; after the problem was solved, it is no help. @param {string} slug @param {Help} kind */
    noteHelp(slug, kind) {
      const before = readHelp(slug);
      if (!solved.has(slug) && before[kind] === undefined) {
        store.write(HELP, slug, JSON.stringify({ ...before, [kind]: Date.now() }));
      }
    },
    /** Whether no help was opened; hints may be open from before their time was noted. @param {string} slug */
    isUnaided: (slug) => Object.keys(readHelp(slug)).length === 0 && !(Number(store.read(HINTS, slug)) > 0),
    /** The state of every problem that is not untouched. @returns {Map<string, State>} */
    survey() {
      const slugs = new Set(["solved", STARTED, DRAFT].flatMap((kind) => store.slugs(kind)));
      const states = [...slugs].map((slug) => /** @type {const} */ ([slug, stateOf(slug)]));
      return new Map(states.filter(([, state]) => state !== "untouched"));
    },
  };
}

/** @param {string | null} text @returns {Record<string, any>} */
function readRecord(text) {
  try {
    const found = JSON.parse(text ?? "{}");
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {}; // another program wrote this key
  }
}
