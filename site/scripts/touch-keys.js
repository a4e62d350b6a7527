/** A row of keys above a touch keyboard, for what Python needs and such keyboards hide. */

import { addStyle } from "./added-style.js";
import { embedded } from "./embed-mode.js";
import { cursorCharLeft, cursorCharRight, EditorView, indentLess, indentMore, insertBracket, StateEffect, undo } from "./vendor/codemirror.js";

/** @type {Record<string, (view: EditorView) => boolean>} */
const COMMANDS = { dedent: indentLess, indent: indentMore, undo, left: cursorCharLeft, right: cursorCharRight };
/** A keyboard that takes less than this is none: the browser's own bars come and go. */
const KEYBOARD_PIXELS = 120;
/** Held so long, a key of an arrow begins to repeat. */
const HOLD_MS = 400;
const REPEAT_MS = 60;

/**
 * @typedef {object} TouchKeysOptions
 * @property {import("./stamp.js").Stamp} stamp
 * @property {{ view: EditorView }} editor has the keys first; later they are for the editor that has the focus
 * @property {HTMLElement} pane has the row in a frame, which is not told what of it is visible
 * @property {HTMLElement} bar may stay above the code
 * @property {() => void} onRun
 */

/** @param {TouchKeysOptions} options */
export function createTouchKeys({ stamp, editor, pane, bar, onRun }) {
  const coarse = matchMedia("(pointer: coarse)");
  const { root } = stamp("touch-keys");
  const page = document.documentElement;
  const covered = EditorView.scrollMargins.of(() => ({ top: heightAbove(bar), bottom: embedded ? 0 : root.offsetHeight }));
  /** @type {Set<EditorView>} */
  const known = new Set();
  let { view } = editor;

  function follow() {
    const { activeElement } = document;
    const focused = activeElement instanceof HTMLElement && activeElement.matches(".cm-content");
    view = (focused && EditorView.findFromDOM(activeElement)) || view;
    root.hidden = !coarse.matches || !(focused || embedded);
    if (coarse.matches) void addStyle("touch-keys");
    if (!known.has(view)) view.dispatch({ effects: StateEffect.appendConfig.of(covered) });
    known.add(view);
    place();
  }

  /** Put the row at the end of what is visible, which a keyboard or a magnified page makes smaller. */
  function place() {
    const { offsetLeft, offsetTop, width, height, scale } = window.visualViewport ?? wholeWindow();
    const facts = { left: offsetLeft, end: offsetTop + height, width: width * scale };
    for (const [name, pixels] of Object.entries(facts)) root.style.setProperty(`--${name}`, `${pixels}px`);
    root.style.setProperty("--scale", String(1 / scale));
    page.toggleAttribute("data-keyboard", !root.hidden && page.clientHeight - height * scale > KEYBOARD_PIXELS);
  }

  /** @param {HTMLElement} key */
  function press({ dataset: { insert, press: name = "" } }) {
    if (!view.hasFocus) view.focus();
    if (insert) type(view, insert);
    else if (name === "run") onRun();
    else COMMANDS[name](view);
  }

  const keyOf = (/** @type {Event} */ event) =>
    event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("button")) : null;
  root.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays, and with it the keyboard
  root.addEventListener("click", (event) => {
    const key = keyOf(event);
    if (key) press(key);
  });
  repeatWhileHeld(root, (event) => {
    const key = keyOf(event);
    return key && /left|right/.test(key.dataset.press ?? "") ? () => press(key) : null;
  });
  for (const name of ["focusin", "focusout"]) addEventListener(name, follow);
  for (const name of ["resize", "scroll"]) window.visualViewport?.addEventListener(name, place);
  coarse.addEventListener("change", follow);
  (embedded ? pane : document.body).append(root);
  follow();
}

/** How much a bar covers that stays, at the top of a narrow screen. @param {HTMLElement} bar */
function heightAbove(bar) {
  const { position, top } = getComputedStyle(bar);
  return position === "sticky" ? Number.parseFloat(top) + bar.offsetHeight : 0;
}

/** Type a letter as a keyboard does: brackets and quotes come in pairs. @param {EditorView} view @param {string} text */
function type(view, text) {
  const { state } = view;
  const typed = { ...state.replaceSelection(text), userEvent: "input.type", scrollIntoView: true };
  view.dispatch(insertBracket(state, text) ?? state.update(typed));
}

/** @param {HTMLElement} root @param {(event: PointerEvent) => (() => void) | null} find what to repeat */
function repeatWhileHeld(root, find) {
  let timer = 0;
  root.addEventListener("pointerdown", (event) => {
    const act = find(event);
    if (!act) return;
    timer = setTimeout(() => (timer = setInterval(act, REPEAT_MS)), HOLD_MS);
  });
  for (const name of ["pointerup", "pointercancel", "pointerleave"]) root.addEventListener(name, () => clearTimeout(timer));
}

function wholeWindow() {
  return { offsetLeft: 0, offsetTop: 0, width: innerWidth, height: innerHeight, scale: 1 };
}
