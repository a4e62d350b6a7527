/** Short notices above the editor, each with at most one thing to do. */

/** @import { Stamp } from "./stamp.js" */
/** @typedef {{ label: string, run: () => void }} Action */

/** @param {{ area: HTMLElement, stamp: Stamp, onLeave: () => void }} options `onLeave` takes the focus over */
export function createNotices({ area, stamp, onLeave }) {
  /** Take the notice of a kind away. @param {string} kind */
  function drop(kind) {
    for (const old of [...area.children]) {
      if (old instanceof HTMLElement && old.dataset.kind === kind) old.remove();
    }
  }

  return {
    /** Show a notice instead of the one of the same kind; a calm one does not come into view by itself.
     * @param {string} kind @param {string} text @param {Action} [action] @param {boolean} [calm] */
    say(kind, text, action, calm = false) {
      const notice = stamp("notice");
      const leave = () => {
        notice.root.remove();
        onLeave();
      };
      notice.root.dataset.kind = kind;
      notice.part("text").textContent = text;
      notice.part("dismiss").addEventListener("click", leave);
      const button = notice.part("action");
      if (!action) button.remove();
      button.textContent = action?.label ?? "";
      button.addEventListener("click", () => {
        leave();
        action?.run();
      });
      drop(kind);
      area.append(notice.root);
      if (!calm) notice.root.scrollIntoView({ block: "nearest" });
    },
    drop,
  };
}
