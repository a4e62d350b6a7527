/** The keys of the editor that the list of keys names: what lists them and what binds them is one. */

import {
  addCursorAbove,
  addCursorBelow,
  copyLineDown,
  moveLineDown,
  moveLineUp,
  openSearchPanel,
  redo,
  selectNextOccurrence,
  selectSelectionMatches,
  toggleComment,
  undo,
} from "./vendor/codemirror.js";

/** @typedef {import("./keys.js").Key & { run: (view: import("./vendor/codemirror.js").EditorView) => boolean }} EditorKey */

/** @satisfies {Record<string, EditorKey[]>} */
export const EDITOR_KEYS = {
  lines: [
    { key: "Mod-/", does: "Comment lines out, or in again", run: toggleComment },
    { key: "Alt-ArrowUp", does: "Move lines up", run: moveLineUp },
    { key: "Alt-ArrowDown", does: "Move lines down", run: moveLineDown },
    { key: "Shift-Alt-ArrowDown", does: "Copy lines down", run: copyLineDown },
    { key: "Mod-f", does: "Find and replace", run: openSearchPanel },
    { key: "Mod-z", does: "Undo", run: undo },
    { key: "Mod-Shift-z", does: "Redo", run: redo },
  ],
  cursors: [
    { key: "Mod-d", does: "Select the next place of the same text too", run: selectNextOccurrence },
    { key: "Mod-Shift-l", does: "Select every place of the same text", run: selectSelectionMatches },
    { key: "Mod-Alt-ArrowUp", does: "One more cursor, a line above", run: addCursorAbove },
    { key: "Mod-Alt-ArrowDown", does: "One more cursor, a line below", run: addCursorBelow },
  ],
};
