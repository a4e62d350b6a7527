/** The learner's code of one problem, saved as it is typed. */

/** @typedef {{ read: (kind: string, slug: string) => string | null, write: (kind: string, slug: string, text: string) => void }} Store */

const KIND = "draft";
const PAUSE_MS = 250;

/**
 * @param {{ store: Store, slug: string, onSaved: () => void }} options
 */
export function createDrafts({ store, slug, onSaved }) {
  /** @type {string | null} */
  let pending = null;
  let timer = 0;

  function flush() {
    window.clearTimeout(timer);
    if (pending === null) return;
    store.write(KIND, slug, JSON.stringify({ code: pending, saved: Date.now() }));
    pending = null;
    onSaved();
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
