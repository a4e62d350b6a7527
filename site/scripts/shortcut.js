/** Ctrl+Enter, or Cmd+Enter on a Mac, wherever the focus is. */

/** @param {{ label: HTMLElement, onPress: () => void }} options `label` names the key of this machine */
export function createShortcut({ label, onPress }) {
  if (/Mac|iPhone|iPad/.test(navigator.userAgent)) label.textContent = "⌘";
  addEventListener("keydown", (event) => {
    const chord = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (!chord || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    onPress();
  });
}
