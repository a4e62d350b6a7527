/** The learner's code of one problem, saved as it is typed. */

/** @import { Store } from "./store.js" */

const KIND = "draft";
const PAUSE_MS = 250;

/**
 * @param {{ store: Store, slug: string, say: (words: string) => void }} options
 */
export function createDrafts({ store, slug, say }) {
  /** @type {string | null} */
  let pending = null;
  let timer = 0;

  function flush() {
    window.clearTimeout(timer);
    if (pending === null) return;
    const kept = store.write(KIND, slug, JSON.stringify({ code: pending, saved: Date.now() }));
    pending = null;
    say(kept ? "Draft saved in this browser" : "Draft not saved");
  }

  return {
    /** The draft, or null where none was saved. @returns {string | null} */
    load() {
      return readCode(store.read(KIND, slug));
    },
    /** Save after a short pause in typing. @param {string} code */
    save(code) {
      pending = code;
      window.clearTimeout(timer);
      timer = window.setTimeout(flush, PAUSE_MS);
    },
    /** Save at once what still waits. */
    flush,
    /** Save what still waits whenever the page may be about to go. */
    flushOnLeave() {
      addEventListener("pagehide", flush);
      document.addEventListener("visibilitychange", flush);
    },
  };
}

/** @param {string | null} text @returns {string | null} */
function readCode(text) {
  if (text === null) return null;
  try {
    const draft = JSON.parse(text);
    return typeof draft?.code === "string" ? draft.code : null;
  } catch {
    return null; // another program wrote this key: the starter code is the safe answer
  }
}
