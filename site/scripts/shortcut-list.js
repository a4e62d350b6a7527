/** The dialog that lists the keys, from the tables that bind them. Loaded when it opens. */

import { addStyle } from "./added-style.js";
import { EDITOR_KEYS } from "./editor-keys.js";
import { make } from "./element.js";
import { NAME_KEY, PAGE_KEYS, nameKeys } from "./keys.js";
import { openPanel } from "./panel-dialog.js";
import { keepInReach } from "./reach.js";

/** @import { Key } from "./keys.js" */

/** What the editor does with keys and the pointer beyond its table. */
const MORE = {
  typing: [
    { key: "Ctrl-Space", does: "Offer what fits here" },
    { key: "Tab", does: "Take what is chosen in the list" },
    { key: "F8", does: "Go to the next mark" },
  ],
  lines: [
    { key: "Tab", does: "Indent" },
    { key: "Shift-Tab", does: "Indent less" },
    { key: "Escape", does: "One cursor again; Tab after it leaves the editor" },
  ],
  cursors: [
    { key: "Alt-click", does: "One more cursor" },
    { key: "Shift-Alt-drag", does: "Select a block of columns" },
  ],
};

/** Open the list. */
export async function openShortcutList() {
  await addStyle("shortcuts");
  const groups = [
    makeGroup("Anywhere on the page", Object.values(PAGE_KEYS)),
    makeGroup("Help while typing", [...MORE.typing, NAME_KEY]),
    makeGroup("Several cursors", [...EDITOR_KEYS.cursors, ...MORE.cursors]),
    makeGroup("In the editor", [...EDITOR_KEYS.lines, ...MORE.lines]),
  ];
  await openPanel("Keyboard shortcuts", keepInReach(make("div", { class: "sheet-body" }, make("div", { class: "keys" }, ...groups))));
}

/** @param {string} title @param {Key[]} keys */
function makeGroup(title, keys) {
  const rows = keys.map(({ key, does }) => make("div", {}, make("dt", {}, ...makeCaps(key)), make("dd", {}, does)));
  return make("section", { class: "keys-group" }, make("h3", {}, title), make("dl", {}, ...rows));
}

/** @param {string} key */
function makeCaps(key) {
  return nameKeys(key).flatMap((name, place) => [...(place ? [" "] : []), make("kbd", {}, name)]);
}
