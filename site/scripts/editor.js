/** The code editor: CodeMirror for Python. */

import { EDITOR_KEYS } from "./editor-keys.js";
import { isMac } from "./keys.js";
import {
  EditorState,
  EditorView,
  bracketMatching,
  classHighlighter,
  closeBrackets,
  closeBracketsKeymap,
  defaultKeymap,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSelectionMatches,
  history,
  historyKeymap,
  indentOnInput,
  indentUnit,
  indentWithTab,
  keymap,
  lineNumbers,
  python,
  rectangularSelection,
  searchKeymap,
  syntaxHighlighting,
} from "./vendor/codemirror.js";

/**
 * `label` is its accessible name; `hint` is the id of the text that says how to leave it; `marks` extends it;
 * `onPlace` comes before a place in it is shown.
 * @typedef {{ parent: HTMLElement, code: string, label: string, hint: string, marks: import("./vendor/codemirror.js").Extension,
 *   onChange: (code: string) => void, onRun: () => void, onPlace: () => void }} EditorOptions
 */

/** How long Tab leaves the editor after Escape, if no other key is pressed. */
const LEAVE_MS = 30_000;

const leaveAfterEscape = EditorView.domEventObservers({
  keyup(event, view) {
    if (event.key === "Escape") view.setTabFocusMode(LEAVE_MS);
  },
});

/** Alt+click adds a cursor, as Ctrl+click does (Cmd+click on a Mac); Shift+Alt+drag selects a block. */
const cursors = [
  drawSelection(),
  EditorState.allowMultipleSelections.of(true),
  EditorView.clickAddsSelectionRange.of(
    ({ altKey, ctrlKey, metaKey, shiftKey }) => !shiftKey && (altKey || (isMac ? metaKey : ctrlKey)),
  ),
  rectangularSelection({ eventFilter: ({ altKey, shiftKey, button }) => altKey && shiftKey && button === 0 }),
];

const writing = [
  history(),
  cursors,
  indentUnit.of("    "),
  EditorState.tabSize.of(4),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  leaveAfterEscape,
  keymap.of([...EDITOR_KEYS.lines, ...EDITOR_KEYS.cursors, ...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, indentWithTab]),
];

const reading = [
  python(),
  syntaxHighlighting(classHighlighter),
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  highlightSelectionMatches(),
];

/** @param {EditorOptions} options */
function extensionsFor({ label, hint, marks, onChange, onRun }) {
  const run = () => {
    onRun();
    return true;
  };
  return [
    keymap.of([{ key: "Mod-Enter", run }]),
    writing,
    reading,
    marks,
    EditorView.contentAttributes.of({ "aria-label": label, "aria-describedby": hint, tabindex: "0" }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
  ];
}

/**
 * Open the editor in `parent`, instead of what is in there.
 * @param {EditorOptions} options
 */
export function createEditor(options) {
  const state = EditorState.create({ doc: options.code, extensions: extensionsFor(options) });
  options.parent.replaceChildren();
  const view = new EditorView({ state, parent: options.parent });
  return {
    view,
    code: () => view.state.doc.toString(),
    focus: () => view.focus(),
    /** Replace the whole text, as one step of undo. @param {string} code */
    replace(code) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: code } });
    },
    /** Put the cursor there and show it. @param {number} line @param {number | null} [column] */
    goTo(line, column) {
      options.onPlace();
      const { from, to } = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      const anchor = Math.min(from + Math.max((column ?? 1) - 1, 0), to);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
  };
}
