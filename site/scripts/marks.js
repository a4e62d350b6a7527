/** Marks places in the editor: what a run has found, the lines where tests failed, and what is seen without a run. */

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

/** @import { Diagnostic } from "@codemirror/lint" */
/** @import { Fault, Report } from "./contracts.js" */

/**
 * @typedef {object} Check what is seen in a line without a run
 * @property {number} line
 * @property {number} column from 0, as the editor counts
 * @property {number} end the column after it
 * @property {"error" | "warning" | "hint"} severity
 * @property {string} message
 */

/** The class of marks that no run has set. */
const CHECK = "cm-check";

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

/** A mistake loses its mark as soon as its place is edited. */
const forgetFixedMistake = EditorState.transactionExtender.of((transaction) => {
  if (!transaction.docChanged) return null;
  const { changes, startState } = transaction;
  const marked = readMarks(startState);
  const left = marked.filter(({ from, to }) => !changes.touchesRange(from, to));
  if (left.length === marked.length) return null;
  const moved = left.map((mark) => ({ ...mark, from: changes.mapPos(mark.from, 1), to: changes.mapPos(mark.to, -1) }));
  return { effects: setDiagnosticsEffect.of(moved) };
});

/** What the editor needs to show marks. */
export const marksExtension = [failingLines, forgetFixedMistake, keymap.of(lintKeymap)];

/**
 * Mark what a report points at, instead of what was marked before; null marks nothing.
 * @param {EditorView} view
 * @param {{ fault: Fault | null, tests?: Report["tests"] } | null} report
 */
export function showMarks(view, report) {
  const { doc } = view.state;
  const { fault, tests = [] } = report ?? {};
  const mistakes = fault && fault.line !== null ? [diagnose(doc, fault, fault.line)] : [];
  const lines = tests.map(({ failure }) => failure?.frames.at(-1)?.line ?? 0);
  const told = linesOf(doc, mistakes);
  const kept = readMarks(view.state).filter(
    (mark) => isCheck(mark) && !(mark.severity === "error" && told.has(doc.lineAt(mark.from).number)),
  );
  view.dispatch(setDiagnostics(view.state, [...mistakes, ...kept]), { effects: setFailingLines.of(lines) });
}

/**
 * Mark what is seen without a run; what a run has marked stays, and is not marked twice.
 * @param {EditorView} view
 * @param {Check[]} checks
 * @param {"all" | "errors"} replaced of the earlier ones
 */
export function showChecks(view, checks, replaced) {
  const { doc } = view.state;
  const marked = readMarks(view.state);
  const kept = marked.filter((mark) => !isCheck(mark) || (replaced === "errors" && mark.severity !== "error"));
  const known = linesOf(doc, marked.filter((mark) => !isCheck(mark)));
  const added = checks
    .filter(({ line, severity }) => line <= doc.lines && !(severity === "error" && known.has(line)))
    .map(({ line, column, end, severity, message }) => {
      const { from, to } = doc.line(line);
      return { from: Math.min(from + column, to), to: Math.min(from + end, to), severity, message, markClass: CHECK };
    });
  if (added.length || kept.length < marked.length) view.dispatch(setDiagnostics(view.state, [...kept, ...added]));
}

/** @param {EditorState} state */
function readMarks(state) {
  /** @type {Diagnostic[]} */
  const marks = [];
  forEachDiagnostic(state, (mark, from, to) => marks.push({ ...mark, from, to }));
  return marks;
}

/** @param {Diagnostic} mark */
function isCheck({ markClass }) {
  return markClass === CHECK;
}

/** @param {EditorState["doc"]} doc @param {Diagnostic[]} marks */
function linesOf(doc, marks) {
  return new Set(marks.map(({ from }) => doc.lineAt(from).number));
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
