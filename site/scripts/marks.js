/** Marks places in the editor: one mistake with its message, and the lines where tests failed. */

import {
  Decoration,
  EditorState,
  EditorView,
  StateEffect,
  StateField,
  forEachDiagnostic,
  lintKeymap,
  keymap,
  setDiagnostics,
  setDiagnosticsEffect,
} from "./vendor/codemirror.js";

/** @import { Fault, Report } from "./contracts.js" */

const failingLine = Decoration.line({ class: "cm-failing-line" });
/** @type {ReturnType<typeof StateEffect.define<number[]>>} */
const setFailingLines = StateEffect.define();

/** A line loses its mark as soon as it is edited. */
const failingLines = StateField.define({
  create: () => Decoration.none,
  update(marks, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setFailingLines)) return markLines(transaction.state.doc, effect.value);
    }
    if (!transaction.docChanged) return marks;
    const { changes, startState } = transaction;
    const untouched = (/** @type {number} */ from) => !changes.touchesRange(from, startState.doc.lineAt(from).to);
    return marks.update({ filter: untouched }).map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The mistake loses its mark as soon as its place is edited. */
const forgetFixedMistake = EditorState.transactionExtender.of((transaction) => {
  let touched = false;
  if (transaction.docChanged) {
    forEachDiagnostic(transaction.startState, (_, from, to) => {
      touched ||= Boolean(transaction.changes.touchesRange(from, to));
    });
  }
  return touched ? { effects: setDiagnosticsEffect.of([]) } : null;
});

/** What the editor needs to show marks. */
export const marksExtension = [failingLines, forgetFixedMistake, keymap.of(lintKeymap)];

/**
 * Mark what a report points at, instead of what was marked before; null marks nothing.
 * @param {EditorView} view
 * @param {{ fault: Fault | null, tests?: Report["tests"] } | null} report
 */
export function showMarks(view, report) {
  const { fault, tests = [] } = report ?? {};
  const mistakes = fault && fault.line !== null ? [diagnose(view.state.doc, fault, fault.line)] : [];
  const lines = tests.map(({ failure }) => failure?.frames.at(-1)?.line ?? 0);
  view.dispatch(setDiagnostics(view.state, mistakes), { effects: setFailingLines.of(lines) });
}

/** @param {EditorState["doc"]} doc @param {number[]} lines */
function markLines(doc, lines) {
  const known = [...new Set(lines)].filter((line) => line >= 1 && line <= doc.lines);
  return Decoration.set(known.sort((a, b) => a - b).map((line) => failingLine.range(doc.line(line).from)));
}

/** From the fault's column, or the line's first letter, to the end of the line.
 * @param {EditorState["doc"]} doc @param {Fault} fault @param {number} line */
function diagnose(doc, { column, message }, line) {
  const { from: start, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const wanted = start + (column ? column - 1 : text.search(/\S|$/));
  const from = Math.max(start, Math.min(wanted, to - 1));
  return { from, to, severity: /** @type {const} */ ("error"), message };
}
