/** Marks mistakes while the learner types: of syntax soon, of names once the typing has paused. */

import { showChecks } from "./marks.js";
import { EditorView, syntaxTree } from "./vendor/codemirror.js";

/** @import { EditorState } from "./vendor/codemirror.js" */
/** @typedef {import("./marks.js").Check} Check */

const SYNTAX_MS = 400;
const NAMES_MS = 800;
const UNREADABLE = "Python may not be able to read this.";

/** @param {{ view: EditorView, ask: (question: any) => Promise<any> }} options */
export function createChecking({ view, ask }) {
  let timer = 0;

  /** Look for mistakes of syntax now, and for others if nothing is typed meanwhile. */
  async function check() {
    clearTimeout(timer);
    const { doc } = view.state;
    const answer = await ask({ kind: "mistakes", code: doc.toString() });
    if (view.state.doc !== doc) return;
    /** @type {Check[]} */
    const found = answer === null ? unreadable(view.state) : answer;
    const errors = found.filter(({ severity }) => severity === "error");
    showChecks(view, errors, errors.length ? "all" : "errors");
    if (answer === null || errors.length) return;
    clearTimeout(timer);
    timer = setTimeout(() => view.state.doc === doc && showChecks(view, found, "all"), NAMES_MS);
  }

  const follow = EditorView.updateListener.of(({ docChanged }) => {
    if (!docChanged) return;
    clearTimeout(timer);
    timer = setTimeout(() => void check(), SYNTAX_MS);
  });
  return { extension: follow, check };
}

/** What the editor's own reading stumbles over, at most one place: the others may come of it.
 * @param {EditorState} state @returns {Check[]} */
function unreadable(state) {
  /** @type {Check[]} */
  const found = [];
  syntaxTree(state).iterate({
    enter({ type, from, to }) {
      if (!type.isError || found.length) return found.length === 0;
      const line = state.doc.lineAt(from);
      const column = Math.min(from, Math.max(line.from, line.to - 1)) - line.from;
      const end = Math.max(Math.min(to, line.to) - line.from, column + 1);
      found.push({ line: line.number, column, end, severity: "error", message: UNREADABLE });
      return false;
    },
  });
  return found;
}
