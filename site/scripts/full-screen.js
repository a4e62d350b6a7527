/** Lets the workbench fill the window, without header and statement, and gives them back. */

import { make, makeButton } from "./element.js";
import { createShortcut } from "./shortcut.js";

/**
 * @param {{ html: HTMLElement, bar: HTMLElement, onChange: () => void, onLeave: () => void }} options
 *   `bar` gets the button that leaves; after it `onLeave` takes the focus over
 */
export function createFullScreen({ html, bar, onChange, onLeave }) {
  /** @param {boolean} full */
  function set(full) {
    html.toggleAttribute("data-full", full);
    leave.hidden = !full;
    scrollTo(0, 0);
    onChange();
  }
  const isFull = () => html.hasAttribute("data-full");
  const toggle = () => set(!isFull());
  const leave = makeButton("", "leave-full", () => {
    set(false);
    onLeave();
  });
  leave.append(make("span", {}, "Leave", make("span", { class: "leave-words" }, " full screen")));
  leave.setAttribute("aria-label", "Leave full screen");
  leave.hidden = true;
  createShortcut({ name: "full", button: leave, onPress: toggle });
  bar.append(leave);
  return { toggle, isFull };
}
