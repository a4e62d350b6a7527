/** The keys of a problem's page as one table, how they are called on this machine, and when one is pressed. */

/**
 * `key` is written as the editor writes it: modifiers, then the key, Mod being Ctrl or Cmd.
 * @typedef {{ key: string, does: string }} Key
 */

/** What may be pressed wherever the focus is. */
export const PAGE_KEYS = /** @satisfies {Record<string, Key>} */ ({
  "run-tests": { key: "Mod-Enter", does: "Run the tests" },
  "run-code": { key: "Alt-Enter", does: "Run the code" },
  scratch: { key: "Alt-Shift-s", does: "Open or close the scratch area" },
  full: { key: "Alt-Shift-f", does: "Full screen, and back" },
  larger: { key: "Alt-Shift-.", does: "Larger code" },
  smaller: { key: "Alt-Shift-,", does: "Smaller code" },
  list: { key: "?", does: "List these keys (outside of the editor)" },
});
/** @typedef {keyof typeof PAGE_KEYS} PageKey */

/** What tells of a name in the editor. @satisfies {Key} */
export const NAME_KEY = { key: "F1", does: "Explain the name at the cursor" };

export const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Keys that a layout, or Option on a Mac, turns into other letters are known by their place. */
const PLACES = /** @type {Record<string, string>} */ ({ ".": "Period", ",": "Comma", s: "KeyS", f: "KeyF" });

/** @type {Record<string, string>} */
const NAMES = { Mod: "Ctrl", ArrowUp: "↑", ArrowDown: "↓", Escape: "Esc", click: "click", drag: "drag" };
/** @type {Record<string, string>} */
const MAC_NAMES = { ...NAMES, Mod: "⌘", Alt: "⌥", Shift: "⇧", Enter: "↩" };

/** The names of the keys that are pressed together. @param {string} key @returns {string[]} */
export function nameKeys(key) {
  return key.split("-").map((part) => (isMac ? MAC_NAMES : NAMES)[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}

/** As `aria-keyshortcuts` wants it. @param {string} key */
export function ariaKeys(key) {
  const words = key.split("-").map((part) => (part.length === 1 ? part.toUpperCase() : part)).join("+");
  return words.includes("Mod") ? `${words.replace("Mod", "Control")} ${words.replace("Mod", "Meta")}` : words;
}

/** @param {string} key @param {KeyboardEvent} event */
export function isPressed(key, event) {
  const parts = key.split("-");
  const last = parts[parts.length - 1];
  const has = (/** @type {string} */ name) => parts.includes(name);
  if ((event.ctrlKey || event.metaKey) !== has("Mod") || event.altKey !== has("Alt")) return false;
  if (last === "?") return event.key === "?"; // with Shift or without, as the layout has it
  return event.shiftKey === has("Shift") && (last in PLACES ? event.code === PLACES[last] : event.key === last);
}
