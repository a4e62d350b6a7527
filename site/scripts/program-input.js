/** The box for what a program reads: there while the code asks for input, filled before the run. */

import { EditorView, StateEffect } from "./vendor/codemirror.js";

const ASKS = /\binput\s*\(|\bsys\s*\.\s*stdin\b/;

/**
 * @typedef {object} ProgramInputOptions
 * @property {HTMLElement} before the box stands before it
 * @property {EditorView} view of the editor
 * @property {() => string} code all that runs
 * @property {ReturnType<typeof import("./memory.js").createMemory>["keepText"]} keep
 */

/** @param {ProgramInputOptions} options */
export function createProgramInput({ before, view, code, keep }) {
  const { root, area } = makeBox();
  const follow = () => {
    root.hidden = !ASKS.test(code());
  };
  /** @param {string} text */
  const replace = (text) => {
    area.value = text;
    kept.save(text);
  };
  const kept = keep("input", { text: () => area.value, replace });
  area.value = kept.load() ?? "";
  area.addEventListener("input", () => kept.save(area.value));
  const listener = EditorView.updateListener.of((update) => {
    if (update.docChanged) follow();
  });
  view.dispatch({ effects: StateEffect.appendConfig.of(listener) });
  follow();
  before.before(root);
  return {
    /** The code is another than before, somewhere else than in the view. */
    follow,
    text: () => (root.hidden ? "" : area.value),
  };
}

function makeBox() {
  const root = document.createElement("div");
  root.className = "program-input";
  const label = document.createElement("label");
  label.htmlFor = "program-input";
  label.textContent = "Input for the program";
  const note = document.createElement("p");
  note.id = "program-input-note";
  note.textContent = "One line for each input(); fill it before the run.";
  const area = document.createElement("textarea");
  Object.assign(area, { id: "program-input", rows: 2, spellcheck: false, autocomplete: "off" });
  area.setAttribute("aria-describedby", note.id);
  area.setAttribute("autocapitalize", "off");
  root.append(label, note, area);
  return { root, area };
}
