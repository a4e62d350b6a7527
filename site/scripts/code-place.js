/** Where something is in the code: as the editor counts, and as Python does. */

import { syntaxTree } from "./vendor/codemirror.js";

/** @import { EditorState } from "./vendor/codemirror.js" */

const NO_CODE = new Set(["String", "ContinuedString", "FormatString", "Comment", "Number"]);
const WORD = /[\p{L}\p{N}_]/u;

/** The code with a place in it, as questions have it: columns are characters, lines begin at 1.
 * @param {EditorState} state @param {number} position */
export function placeIn(state, position) {
  const { number, from, text } = state.doc.lineAt(position);
  return { code: state.doc.toString(), line: number, column: [...text.slice(0, position - from)].length };
}

/** The editor's position of a line and a column of Python's. @param {EditorState} state @param {number} line @param {number} column */
export function positionOf(state, line, column) {
  const { from, to, text } = state.doc.line(Math.min(line, state.doc.lines));
  return Math.min(from + [...text].slice(0, column).join("").length, to);
}

/** Tell whether a place is in a text, a comment or a number. @param {EditorState} state @param {number} position */
export function isNoCode(state, position) {
  return NO_CODE.has(syntaxTree(state).resolveInner(position, -1).name);
}

/** The name at a place; null where there is none. @param {EditorState} state @param {number} position */
export function nameAt(state, position) {
  const line = state.doc.lineAt(position);
  let [from, to] = [position - line.from, position - line.from];
  while (from > 0 && WORD.test(line.text[from - 1])) from -= 1;
  while (to < line.text.length && WORD.test(line.text[to])) to += 1;
  if (from === to || isNoCode(state, line.from + to)) return null;
  return { from: line.from + from, to: line.from + to };
}
