/** Draws what is known of a name, and shows it where the pointer rests on one, or at F1. */

import { nameAt, placeIn } from "./code-place.js";
import { make } from "./element.js";
import { NAME_KEY } from "./keys.js";
import { keepInReach } from "./reach.js";
import { hoverTooltip, keymap } from "./vendor/codemirror.js";

/** @import { Tooltip } from "@codemirror/view" */
/** @import { EditorView } from "./vendor/codemirror.js" */
/** @import { Description } from "./completing.js" */

/** @param {Description} description */
export function drawDescription({ title, doc }) {
  const [first, ...rest] = doc.split("\n\n");
  const parts = [];
  if (title) parts.push(make("code", { class: "name-title" }, title));
  if (first) parts.push(make("p", { class: "name-summary" }, first.replaceAll(/\s*\n\s*/g, " ")));
  if (rest.length) parts.push(make("pre", { class: "name-doc" }, rest.join("\n\n")));
  return keepInReach(make("div", { class: "name-help" }, ...parts));
}

/**
 * @param {(question: any) => Promise<any>} ask
 * @param {(view: EditorView, tooltip: Tooltip | null) => void} show keeps it until something is typed
 */
export function createNameHelp(ask, show) {
  /** @param {EditorView} view @param {number} position @returns {Promise<Tooltip | null>} */
  async function find({ state }, position) {
    const name = nameAt(state, position);
    if (name === null) return null;
    const description = await ask({ kind: "describe", ...placeIn(state, name.to) });
    if (description === null) return null;
    return { pos: name.from, end: name.to, above: true, create: () => ({ dom: drawDescription(description) }) };
  }
  const showAtCursor = (/** @type {EditorView} */ view) => {
    void find(view, view.state.selection.main.head).then((tooltip) => tooltip && show(view, tooltip));
    return true;
  };
  return [hoverTooltip(find, { hideOnChange: true }), keymap.of([{ key: NAME_KEY.key, run: showAtCursor }])];
}
