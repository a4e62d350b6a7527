/** Short notices above the editor, each with at most one thing to do. */

/** @import { Stamp } from "./stamp.js" */
/** @typedef {{ label: string, run: () => void }} Action */

/** @param {{ area: HTMLElement, stamp: Stamp, onLeave: () => void }} options `onLeave` takes the focus over */
export function createNotices({ area, stamp, onLeave }) {
  return {
    /** Show a notice instead of the one of the same kind.
     * @param {string} kind @param {string} text @param {Action} [action] */
    say(kind, text, action) {
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
      for (const old of [...area.children]) {
        if (old instanceof HTMLElement && old.dataset.kind === kind) old.remove();
      }
      area.append(notice.root);
      notice.root.scrollIntoView({ block: "nearest" });
    },
  };
}
