/** The menu of how the workbench looks: the size of code, and the full screen. */

import { make, makeButton } from "./element.js";
import { createShortcut } from "./shortcut.js";

/**
 * @typedef {object} ViewMenuOptions
 * @property {HTMLElement} host gets the menu, which stands above all else while it is open
 * @property {ReturnType<typeof import("./text-size.js").createTextSize>} size
 * @property {ReturnType<typeof import("./full-screen.js").createFullScreen>} full
 */

/** Make the button that opens the menu. @param {ViewMenuOptions} options */
export function createViewMenu({ host, size, full }) {
  const words = make("output", { class: "view-size", "aria-live": "polite" });
  const show = () => {
    words.textContent = size.words();
    smaller.setAttribute("aria-disabled", String(size.isSmallest()));
    larger.setAttribute("aria-disabled", String(size.isLargest()));
  };
  const step = (/** @type {() => void} */ take) => () => {
    take();
    show();
  };
  const smaller = makeStep("A", "Smaller code", step(size.smaller));
  const larger = makeStep("A", "Larger code", step(size.larger));
  larger.classList.add("view-larger");
  const fill = makeButton("Full screen", "button-quiet view-full", () => {
    menu.hidePopover();
    full.toggle();
  });
  const sizes = make("div", { class: "view-sizes", role: "group", "aria-label": "Size of code" }, smaller, words, larger);
  const menu = make("div", { class: "view-menu", popover: "", role: "group", "aria-label": "View" }, sizes, fill);
  const button = makeButton("View", "foot-button button-quiet", () => {});
  button.popoverTargetElement = menu;
  menu.addEventListener("beforetoggle", show);
  menu.addEventListener("toggle", () => placeAbove(menu, button));
  createShortcut({ name: "smaller", button: smaller, onPress: step(size.smaller) });
  createShortcut({ name: "larger", button: larger, onPress: step(size.larger) });
  host.append(menu);
  return button;
}

/** @param {string} text @param {string} name @param {() => void} press */
function makeStep(text, name, press) {
  const button = makeButton(text, "view-step", press);
  button.setAttribute("aria-label", name);
  return button;
}

/** @param {HTMLElement} menu @param {HTMLElement} button */
function placeAbove(menu, button) {
  const { top, bottom, right } = button.getBoundingClientRect();
  const above = top - menu.offsetHeight - 6;
  menu.style.top = `${above < 8 ? bottom + 6 : above}px`;
  menu.style.left = `${Math.max(right - menu.offsetWidth, 8)}px`;
}
