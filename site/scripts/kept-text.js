/** A text of one problem that lasts: saved as it is typed, and what takes its place, here or in another tab, loses nothing. */

import { createDrafts } from "./drafts.js";

/** @typedef {ReturnType<typeof createKeptText>} KeptText */
/** @typedef {"draft" | "scratch" | "input"} TextKind */
/** @typedef {{ text: () => string, replace: (text: string) => void }} Field where it is typed */

/**
 * @typedef {object} KeptTextOptions
 * @property {import("./store.js").Store} store
 * @property {string} slug
 * @property {TextKind} kind
 * @property {Field} field
 * @property {Pick<ReturnType<typeof import("./notices.js").createNotices>, "say" | "drop">} notices
 * @property {(text: string) => Promise<void>} setAside keeps in the history what is replaced
 * @property {(words: string) => void} [say]
 * @property {(text: string) => void} [onSave]
 */

/** @type {Record<TextKind, string>} */
const NAMES = { draft: "code", scratch: "scratch code", input: "program input" };

/** @param {KeptTextOptions} options */
export function createKeptText({ store, slug, kind, field, notices, setAside, say = () => {}, onSave = () => {} }) {
  const name = NAMES[kind];
  const ofTabs = `other-tab-${kind}`;

  /** Put another text there; what was there goes into the history. @param {string} text */
  function replace(text) {
    void setAside(field.text());
    field.replace(text);
  }

  /** Replace it, and offer the way back. @param {string} text @param {string} words */
  function restore(text, words) {
    const before = field.text();
    replace(text);
    notices.say(`restore-${kind}`, words, { label: "Undo", run: () => replace(before) });
  }

  /** @param {string} other */
  function onOther(other) {
    if (other === field.text()) return notices.drop(ofTabs);
    const words = `Another tab has saved other ${name} for this problem. This tab keeps its own unless you take that.`;
    const take = () => restore(other, `The ${name} of the other tab is here now.`);
    notices.say(ofTabs, words, { label: `Take the other ${name}`, run: take });
  }

  /** @param {string} other */
  async function onOverwrite(other) {
    await setAside(other);
    if (other.trim()) notices.say(ofTabs, `Another tab had saved other ${name} for this problem: it is in the history now.`);
  }

  const { load, save, flush, flushOnLeave } = createDrafts({ store, kind, slug, say, onSave, onOther, onOverwrite });
  flushOnLeave();
  return { load, save, flush, text: field.text, replace, restore };
}
