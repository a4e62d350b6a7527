/** Shows the parameters of a call while its arguments are typed, and which one is meant. */

import { placeIn, positionOf } from "./code-place.js";
import { make } from "./element.js";
import { EditorView, Prec, StateEffect, StateField, keymap, showTooltip, syntaxTree } from "./vendor/codemirror.js";

/** @import { Tooltip } from "@codemirror/view" */
/** @import { EditorState } from "./vendor/codemirror.js" */
/** @typedef {{ name: string, parameters: string[], active: number | null, line: number, column: number, doc: string }} Call */

const PAUSE_MS = 150;

/** @type {ReturnType<typeof StateEffect.define<Tooltip | null>>} */
const setTooltip = StateEffect.define();

/** One at a time, whoever shows it; it goes as soon as its place is not edited any more. */
const shown = StateField.define({
  create: () => /** @type {Tooltip | null} */ (null),
  update(tooltip, transaction) {
    for (const effect of transaction.effects) if (effect.is(setTooltip)) return effect.value;
    if (!tooltip || !transaction.docChanged) return tooltip;
    return { ...tooltip, pos: transaction.changes.mapPos(tooltip.pos) };
  },
  provide: (field) => showTooltip.from(field),
});

/** @param {EditorView} view @param {Tooltip | null} tooltip */
export function showHelp(view, tooltip) {
  view.dispatch({ effects: setTooltip.of(tooltip) });
}

/** What the editor needs. @param {(question: any) => Promise<any>} ask */
export function createCallHelp(ask) {
  let timer = 0;
  /** @param {EditorView} view */
  async function refresh(view) {
    const { state } = view;
    const call = await ask({ kind: "sign", ...placeIn(state, state.selection.main.head) });
    if (view.state !== state) return;
    if (call !== null || state.field(shown)) showHelp(view, call && toTooltip(state, call));
  }
  const follow = EditorView.updateListener.of(({ view, state, docChanged, selectionSet, transactions }) => {
    if (!docChanged && !selectionSet) return;
    clearTimeout(timer);
    const typed = transactions.some((one) => one.isUserEvent("input.type") || one.isUserEvent("delete"));
    const inCall = isInCall(state);
    if (inCall && (typed || state.field(shown))) timer = setTimeout(() => void refresh(view), PAUSE_MS);
    else if (state.field(shown)) queueMicrotask(() => showHelp(view, null));
  });
  const close = (/** @type {EditorView} */ view) => {
    if (!view.state.field(shown)) return false;
    showHelp(view, null);
    return true;
  };
  return [shown, follow, Prec.high(keymap.of([{ key: "Escape", run: close }]))];
}

/** @param {EditorState} state */
function isInCall(state) {
  const { head } = state.selection.main;
  for (let node = syntaxTree(state).resolveInner(head, -1); node.parent; node = node.parent) {
    if (node.name !== "ArgList" || head <= node.from) continue;
    if (head < node.to || state.sliceDoc(node.to - 1, node.to) !== ")") return true;
  }
  return false;
}

/** @param {EditorState} state @param {Call} call @returns {Tooltip} */
function toTooltip(state, { name, parameters, active, line, column, doc }) {
  const parts = parameters.flatMap((text, index) => {
    const part = index === active ? make("strong", {}, text) : text;
    return index === 0 ? [part] : [", ", part];
  });
  const signature = make("code", { class: "name-title" }, `${name}(`, ...parts, ")");
  const summary = doc ? [make("p", { class: "name-summary" }, doc)] : [];
  const dom = make("div", { class: "name-help call-help" }, signature, ...summary);
  return { pos: positionOf(state, line, column), above: true, create: () => ({ dom }) };
}
