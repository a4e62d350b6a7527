/** A text that the learner types for one problem, saved as it is typed; two tabs on one problem know of each other. */

/** @import { Store } from "./store.js" */

const PAUSE_MS = 250;

/**
 * @typedef {object} DraftsOptions
 * @property {Store} store
 * @property {"draft" | "scratch" | "input"} kind
 * @property {string} slug
 * @property {(words: string) => void} say
 * @property {(code: string) => void} onSave
 * @property {(code: string) => void} onOther another tab has saved other code
 * @property {(code: string) => void} onOverwrite what another tab has saved is replaced by what is typed here
 */

/** @param {DraftsOptions} options */
export function createDrafts({ store, kind, slug, say, onSave, onOther, onOverwrite }) {
  /** @type {string | null} */
  let pending = null;
  /** What this tab has written or read last: whatever else is there is another tab's. @type {string | null} */
  let known = store.read(kind, slug);
  let timer = 0;
  const hold = (/** @type {Event} */ event) => event.preventDefault();
  const readCode = kind === "draft" ? readDraft : readText;

  function flush() {
    window.clearTimeout(timer);
    if (pending === null) return;
    const there = store.read(kind, slug);
    const other = readCode(there);
    if (there !== known && other !== null && other !== pending) onOverwrite(other);
    const text = JSON.stringify({ code: pending, saved: Date.now() });
    const kept = store.write(kind, slug, text);
    // What is not kept would go with the page: the browser asks first.
    (kept ? removeEventListener : addEventListener)("beforeunload", hold);
    known = text;
    onSave(pending);
    pending = null;
    say(kept ? "Draft saved in this browser" : "Draft not saved");
  }

  store.watch(kind, slug, (text) => {
    const other = readCode(text);
    if (other !== null && text !== known) onOther(other);
  });

  return {
    /** The draft, or null where none was saved. @returns {string | null} */
    load() {
      return readCode(known);
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
function readDraft(text) {
  return parseDraft(text)?.code ?? null;
}

/** A text of the scratch area or the input's box was once kept as it is. @param {string | null} text @returns {string | null} */
function readText(text) {
  return readDraft(text) ?? text;
}

/** What is kept of a text; null where another program wrote its key.
 * @param {string | null} text @returns {{ code: string, saved: number } | null} */
function parseDraft(text) {
  try {
    const { code, saved } = JSON.parse(text ?? "null") ?? {};
    return typeof code === "string" ? { code, saved: typeof saved === "number" ? saved : 0 } : null;
  } catch {
    return null;
  }
}

/** What is kept of one; a text that is kept as it is has no time. @param {Store} store @param {DraftsOptions["kind"]} kind @param {string} slug */
export function readKept(store, kind, slug) {
  const text = store.read(kind, slug);
  const old = kind === "draft" || text === null ? null : { code: text, saved: 0 };
  return parseDraft(text) ?? old;
}
