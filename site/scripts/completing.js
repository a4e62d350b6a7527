/** Offers names while the learner types: the interpreter's where it is there, else those of the file. */

import { isNoCode, placeIn } from "./code-place.js";
import { Prec, acceptCompletion, autocompletion, globalCompletion, keymap, localCompletionSource } from "./vendor/codemirror.js";

/** @import { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete" */

/**
 * @typedef {{ title: string, doc: string }} Description
 * @typedef {object} CompletingOptions
 * @property {(question: any) => Promise<any>} ask
 * @property {() => void} wake
 * @property {(description: Description) => HTMLElement} draw
 */

// So many letters open the list by themselves; fewer would open it at every word.
const LETTERS = 2;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/u;
const REST = /^[\p{L}\p{N}_]*$/u;
const GUESSED = { name: "If this is an array", rank: 1 };
/** Jedi's words that a learner need not know. @type {Record<string, string>} */
const WORDS = { param: "", statement: "", instance: "", path: "" };

/** What the editor needs. @param {CompletingOptions} options */
export function createCompleting({ ask, wake, draw }) {
  /** @param {CompletionContext} context @returns {Promise<CompletionResult | null>} */
  async function source(context) {
    const { state, pos, explicit } = context;
    const prefix = context.matchBefore(NAME)?.text ?? "";
    const isMember = state.sliceDoc(pos - prefix.length - 1, pos - prefix.length) === ".";
    if (isNoCode(state, pos) || (!explicit && !isMember && prefix.length < LETTERS)) return null;
    if (explicit) wake();
    const answer = await ask({ kind: "complete", ...placeIn(state, pos) });
    if (context.aborted) return null;
    if (answer === null) return isMember ? null : namesOfFile(context);
    /** @param {{ label: string, kind: string }} option @returns {Completion} */
    const toCompletion = ({ label, kind }) => ({
      label,
      detail: WORDS[kind] ?? kind,
      boost: label.endsWith("=") ? 2 : kind === "statement" || kind === "param" ? 1 : 0,
      ...(answer.guessed ? { section: GUESSED } : {}),
      info: async () => {
        const description = await ask({ kind: "document", label });
        return description && (description.title || description.doc) ? draw(description) : null;
      },
    });
    const validFor = (/** @type {string} */ text) =>
      text.startsWith(prefix) && REST.test(text) && text.startsWith("_") === prefix.startsWith("_");
    return { from: pos - prefix.length, options: answer.options.map(toCompletion), validFor };
  }
  return [
    autocompletion({ override: [source], icons: false, tooltipClass: () => "completions" }),
    Prec.highest(keymap.of([{ key: "Tab", run: acceptCompletion }])),
  ];
}

/** The names that the editor itself sees, and Python's own. @param {CompletionContext} context */
async function namesOfFile(context) {
  const local = localCompletionSource(context);
  const global = await globalCompletion(context);
  const found = [...(local?.options ?? []), ...(global?.options ?? [])];
  // Snippets are left out: they take the Tab key.
  const plain = found.filter(({ apply }) => apply === undefined);
  const options = [...new Map(plain.map(({ label }) => [label, { label }])).values()];
  const from = local?.from ?? global?.from ?? context.pos;
  return { from, options, validFor: REST };
}
