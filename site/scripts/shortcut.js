/** Binds the keys of the page, wherever the focus is, and tells of them at their buttons. */

import { PAGE_KEYS, ariaKeys, isPressed, nameKeys } from "./keys.js";

/**
 * @typedef {object} ShortcutOptions
 * @property {import("./keys.js").PageKey} name in the table of keys
 * @property {HTMLElement} [button] does the same
 * @property {HTMLElement} [label] names the key's modifier in the page; without it the button's tooltip names the key
 * @property {() => void} onPress
 */

/** @param {ShortcutOptions} options */
export function createShortcut({ name, button, label, onPress }) {
  const { key } = PAGE_KEYS[name];
  const names = nameKeys(key);
  button?.setAttribute("aria-keyshortcuts", ariaKeys(key));
  if (label) label.textContent = names[0];
  else if (button) button.title = names.join(" ");
  addEventListener("keydown", (event) => {
    if (!isPressed(key, event) || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    if (names.length === 1 && isTypedIn(event.target)) return;
    event.preventDefault();
    onPress();
  });
}

/** @param {EventTarget | null} target */
function isTypedIn(target) {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
