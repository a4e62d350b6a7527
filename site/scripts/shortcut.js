/** Keys that run, wherever the focus is: Ctrl+Enter the tests (on a Mac Cmd+Enter), Alt+Enter the code. */

/**
 * @param {{ button: HTMLElement, label: HTMLElement, onPress: () => void }} options
 *   `label` names the key of this machine
 */
export function createShortcut({ button, label, onPress }) {
  if (isMac()) label.textContent = "⌘";
  button.setAttribute("aria-keyshortcuts", "Control+Enter Meta+Enter");
  onEnter((event) => event.ctrlKey || event.metaKey, onPress);
}

/** @param {{ button: HTMLElement, onPress: () => void }} options `button` tells of the key */
export function createCodeShortcut({ button, onPress }) {
  button.title = isMac() ? "⌥ Enter" : "Alt+Enter";
  button.setAttribute("aria-keyshortcuts", "Alt+Enter");
  onEnter((event) => event.altKey && !event.ctrlKey && !event.metaKey, onPress);
}

/** @param {(event: KeyboardEvent) => boolean} fits @param {() => void} onPress */
function onEnter(fits, onPress) {
  addEventListener("keydown", (event) => {
    const chord = event.key === "Enter" && fits(event);
    if (!chord || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    onPress();
  });
}

function isMac() {
  return /Mac|iPhone|iPad/.test(navigator.userAgent);
}
