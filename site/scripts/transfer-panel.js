/** The panel that moves what this browser keeps to another one: everything in one file, out and in. */

import { make, makeButton } from "./element.js";
import { openPanel } from "./panel-dialog.js";
import { createKeeping } from "./keeping.js";
import { openRuns } from "./runs.js";
import { saveFile } from "./saving.js";
import { FileFault, describeWork, readWork } from "./work-file.js";
import { gatherWork } from "./work-gather.js";
import { mergeWork } from "./work-merge.js";

/** @import { Store } from "./store.js" */
/** @import { Work } from "./work-file.js" */
/** @import { Merged } from "./work-merge.js" */

/** The way back from the last import; the panel may have been closed since. @type {(() => Promise<void>) | null} */
let undoLast = null;

/** @param {{ site: string, store: Store, onChange: () => void }} options */
export async function openTransfer({ site, store, onChange }) {
  let hasHistory = true;
  const runs = openRuns({ site, onTrouble: () => (hasHistory = false) });
  const told = make("p", { class: "told", "aria-live": "polite" });
  const after = make("div", { class: "sheet-actions" });
  const input = make("input", { type: "file", accept: ".json,application/json", "aria-label": "Export file", hidden: "" });

  /** @param {string} words @param {string} tone */
  function say(words, tone) {
    told.textContent = words;
    told.dataset.tone = tone;
    after.replaceChildren(...(undoLast ? [makeUndo(undoLast)] : []));
  }

  async function save() {
    hasHistory = true;
    await createKeeping({ store, runs }).takeOver();
    const work = await gatherWork(store, runs);
    const file = describeWork(work);
    saveFile(`scratchwork-${new Date().toISOString().slice(0, 10)}.json`, file);
    const left = countEntries(work) - countEntries(file);
    const notes = [
      `Exported: ${countWords(countTyped(file), Object.keys(file.solved).length, file.runs.length)}.`,
      left > 0 ? `Left out as damaged or too large: ${left}.` : "",
      hasHistory ? "" : "The history of your runs could not be read: it is not in the file.",
    ];
    say(notes.filter(Boolean).join(" "), notes.slice(1).some(Boolean) ? "bad" : "good");
  }

  /** @param {File} file */
  async function take(file) {
    say(`Reading ${file.name}`, "good");
    try {
      const merged = await mergeWork(await readWork(file), store, runs);
      sayMerged(merged);
      onChange();
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      say(`${file.name} was not imported: ${error.message}. Nothing was changed.`, "bad");
    }
  }

  /** @param {Merged} merged */
  function sayMerged({ drafts, solved, runs: count, anything, undo }) {
    if (!anything) return say("Everything in this file is here already.", "good");
    undoLast = undo;
    say(`Imported: ${countWords(drafts, solved, count)}.`, "good");
  }

  /** @param {() => Promise<void>} undo */
  function makeUndo(undo) {
    return makeButton("Undo import", "button-small", async () => {
      undoLast = null;
      await undo();
      say("The import is undone.", "good");
      onChange();
    });
  }

  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void take(file);
    input.value = "";
  });
  const body = make(
    "div",
    { class: "sheet-body" },
    make("h3", {}, "Take it with you"),
    make("p", {}, "One file with all drafts, scratch code and program input, all kept runs, what you have solved and the days you practised. It stays with you: nothing is uploaded."),
    make("div", { class: "sheet-actions" }, makeButton("Export to a file", "button-primary", () => void save())),
    make("h3", {}, "Bring it here"),
    make("p", {}, "What is in the file is added to what is here. Where both have a draft, the later one stays and the other is in the problem's history."),
    make("div", { class: "sheet-actions" }, makeButton("Import a file", "", () => input.click()), input),
    told,
    after,
  );
  if (undoLast) after.replaceChildren(makeUndo(undoLast));
  const { dialog } = await openPanel("Your work", body);
  dialog.classList.add("sheet-small");
}

/** @param {Omit<Work, "practice">} work */
const countEntries = ({ drafts, scratch, input, solved, help, runs }) =>
  [drafts, scratch, input, solved, help, runs].flatMap(Object.keys).length;

/** @param {Pick<Work, "drafts" | "scratch" | "input">} work */
const countTyped = ({ drafts, scratch, input }) => [drafts, scratch, input].flatMap(Object.values).filter(({ code }) => code).length;

/** @param {number} drafts @param {number} solved @param {number} runs */
function countWords(drafts, solved, runs) {
  const count = (/** @type {number} */ number, /** @type {string} */ one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  return `${count(drafts, "draft")}, ${count(runs, "run")}, ${count(solved, "solved problem")}`;
}
