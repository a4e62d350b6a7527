/** The panel that moves what this browser keeps to another one: everything in one file, out and in. */

import { make, makeButton } from "./element.js";
import { openPanel } from "./panel-dialog.js";
import { openRuns } from "./runs.js";
import { saveFile } from "./saving.js";
import { FileFault, describeWork, readWork } from "./work-file.js";
import { gatherWork, mergeWork } from "./work-merge.js";

/** @import { Store } from "./store.js" */
/** @import { Work } from "./work-file.js" */
/** @import { Merged } from "./work-merge.js" */

/** @param {{ site: string, store: Store, onChange: () => void }} options */
export async function openTransfer({ site, store, onChange }) {
  const runs = openRuns({ site, onTrouble: () => say("This browser keeps no history of runs.", "bad") });
  const told = make("p", { class: "told", "aria-live": "polite" });
  const after = make("div", { class: "sheet-actions" });
  const input = make("input", { type: "file", accept: ".json,application/json", "aria-label": "Export file", hidden: "" });

  /** @param {string} words @param {string} tone */
  function say(words, tone) {
    told.textContent = words;
    told.dataset.tone = tone;
    after.replaceChildren();
  }

  async function save() {
    const work = await gatherWork(store, runs);
    saveFile(`scratchwork-${new Date().toISOString().slice(0, 10)}.json`, describeWork(work));
    say(`Exported: ${countWords(countTyped(work), Object.keys(work.solved).length, work.runs.length)}.`, "good");
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
    say(`Imported: ${countWords(drafts, solved, count)}.`, "good");
    const back = makeButton("Undo import", "button-small", async () => {
      await undo();
      say("The import is undone.", "good");
      onChange();
    });
    after.replaceChildren(back);
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
  const { dialog } = await openPanel("Your work", body);
  dialog.classList.add("sheet-small");
}

/** @param {Work} work */
const countTyped = ({ drafts, scratch, input }) => [drafts, scratch, input].flatMap(Object.keys).length;

/** @param {number} drafts @param {number} solved @param {number} runs */
function countWords(drafts, solved, runs) {
  const count = (/** @type {number} */ number, /** @type {string} */ one) => `${number} ${one}${number === 1 ? "" : "s"}`;
  return `${count(drafts, "draft")}, ${count(runs, "run")}, ${count(solved, "solved problem")}`;
}
