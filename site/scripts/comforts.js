/** Wires the comforts of the workbench: size of code, full screen, the list of keys. */

import { addStyle } from "./added-style.js";
import { makeButton } from "./element.js";
import { createFullScreen } from "./full-screen.js";
import { createShortcut } from "./shortcut.js";
import { createTextSize } from "./text-size.js";
import { createViewMenu } from "./view-menu.js";

/**
 * @typedef {object} ComfortsOptions
 * @property {import("./store.js").Store} store
 * @property {{ view: import("./vendor/codemirror.js").EditorView }} editor
 * @property {HTMLElement} bench
 * @property {HTMLElement} scratch opens the scratch area
 * @property {{ say: (kind: string, words: string) => void }} notices
 */

const NOT_LOADED = "The list of keys could not be loaded. Check your connection and try again.";

/** @param {ComfortsOptions} options */
export function startComforts({ store, editor, bench, scratch, notices }) {
  void addStyle("view");
  const html = document.documentElement;
  const measure = () => editor.view.requestMeasure();
  const size = createTextSize({ html, store, onChange: measure });
  const bar = bench.querySelector(".toolbar-help") ?? bench;
  const leaving = { onChange: measure, onLeave: () => view.focus() };
  const full = createFullScreen({ html, bar: /** @type {HTMLElement} */ (bar), ...leaving });
  const view = createViewMenu({ host: bench, size, full });

  async function listKeys() {
    try {
      const { openShortcutList } = await import("./shortcut-list.js");
      await openShortcutList();
    } catch {
      notices.say("keys", NOT_LOADED);
    }
  }

  const keys = makeButton("?", "foot-button button-quiet foot-keys", () => void listKeys());
  keys.setAttribute("aria-label", "Keyboard shortcuts");
  createShortcut({ name: "list", button: keys, onPress: () => void listKeys() });
  keys.title = "Keyboard shortcuts (?)";
  bench.querySelector(".foot-buttons")?.append(scratch, view, keys);
}
