/** The scratch area: code that Run code runs after the file, remembered for its problem. */

import { addStyle } from "./added-style.js";
import { make, makeButton } from "./element.js";
import { marksExtension, showMarks } from "./marks.js";

/** @import { ProgramOutcome } from "./contracts.js" */
/** @typedef {ReturnType<typeof createScratch>} Scratch */

/**
 * @typedef {object} ScratchOptions
 * @property {Pick<import("./store.js").Store, "read" | "write">} store
 * @property {string} slug
 * @property {ReturnType<typeof import("./memory.js").createMemory>["keepText"]} keep
 * @property {HTMLElement} pane of the editor
 * @property {HTMLElement} button opens and closes the area, and has the focus back when it is closed
 * @property {typeof import("./editor.js").createEditor} createEditor
 * @property {{ say: ReturnType<typeof import("./notices.js").createNotices>["say"] }} notices
 * @property {() => void} onChange the area opens or closes, or its code is another
 * @property {() => void} onRun
 * @property {() => void} onPlace comes before code in it is shown
 */

const REPLACED = "What was in the scratch area has made way for this.";

/** @param {ScratchOptions} options */
export function createScratch({ store, slug, keep, pane, button, createEditor, notices, onChange, onRun, onPlace }) {
  void addStyle("scratch");
  const parent = make("div", { class: "editor scratch-editor" });
  const note = make("p", { id: "scratch-note" }, "Runs after your file, with Run code.");
  const close = makeButton("Close", "button-small button-quiet", () => show(false));
  close.setAttribute("aria-label", "Close the scratch area");
  const head = make("div", { class: "scratch-head" }, make("h2", {}, "Scratch"), note, close);
  const section = make("section", { class: "scratch", "aria-label": "Scratch area" }, head, parent);
  section.hidden = true;
  pane.after(section);
  let put = "";
  const kept = keep("scratch", { text: () => editor.code(), replace: (code) => editor.replace(code) });
  const editor = createEditor({
    parent,
    code: kept.load() ?? "",
    label: "Scratch code",
    hint: note.id,
    marks: marksExtension,
    onRun,
    onPlace,
    onChange(code) {
      kept.save(code);
      onChange();
    },
  });

  /** @param {boolean} open */
  function show(open) {
    section.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    store.write("scratch-open", slug, open ? "yes" : null);
    onChange();
    if (open) editor.view.requestMeasure();
    else button.focus();
  }

  return {
    /** Open as it was left, without taking the focus. */
    open: () => show(true),
    toggle() {
      show(section.hidden === true);
      if (section.hidden) return;
      section.scrollIntoView({ block: "nearest" });
      editor.focus();
    },
    code: () => (section.hidden ? "" : editor.code()),
    goTo: editor.goTo,
    /** Open with this code; the learner's own, if it was another, can come back. @param {string} code */
    put(code) {
      const before = editor.code();
      const own = before.trim() !== "" && before !== put && before !== code;
      put = code;
      onPlace();
      editor.replace(code);
      show(true);
      section.scrollIntoView({ block: "nearest" });
      editor.focus();
      if (own) notices.say("scratch", REPLACED, { label: "Bring it back", run: () => editor.replace(before) });
    },
    /** @param {ProgramOutcome | null} outcome */
    mark: (outcome) => showMarks(editor.view, outcome?.fault?.file === "scratch" ? outcome : null),
  };
}
