/** The problem page: finds its elements and wires its modules together. */

import { createBlocks } from "./blocks.js";
import { createConfirm } from "./confirm.js";
import { createDrafts } from "./drafts.js";
import { createEditor } from "./editor.js";
import { createFailureView } from "./failure.js";
import { paintPython as paint } from "./highlight.js";
import { createHints } from "./hints.js";
import { marksExtension, showMarks } from "./marks.js";
import { createNotices } from "./notices.js";
import { setProse as prose } from "./prose.js";
import { data, follow, problem, runner, sealed } from "./python.js";
import { createReset } from "./reset.js";
import { createResults } from "./results.js";
import { createReveal } from "./reveal.js";
import { createRunView } from "./run-view.js";
import { createSession } from "./session.js";
import { createShortcut } from "./shortcut.js";
import { createSolution } from "./solution.js";
import { createSolved } from "./solved.js";
import { createStamp } from "./stamp.js";
import { createStatus } from "./status.js";
import { openStore } from "./store.js";
import { createStrip } from "./strip.js";
import { growTree as grow } from "./tree.js";
import { createVerdict } from "./verdict.js";
import { isSolved, sayVerdict } from "./verdict-words.js";

/** @import { Report } from "./contracts.js" */

const { bundle, base } = data;
const stamp = createStamp(document);
const block = createBlocks(stamp);

const notices = createNotices({ area: find("notices"), stamp, onLeave: () => editor.focus() });
const store = openStore({
  storage: () => localStorage,
  site: new URL(base, location.href).pathname,
  onTrouble: () => notices.say("storage", "This browser keeps nothing for this page. Copy your code before you leave."),
});
const solved = createSolved(store);
const drafts = createDrafts({ store, slug: bundle.slug, say: (words) => (find("saved").textContent = words) });
const editor = createEditor({
  parent: find("editor"),
  code: drafts.load() ?? bundle.starter,
  hint: "editor-hint",
  marks: marksExtension,
  onChange: drafts.save,
  onRun: () => void session.run(),
});

const status = createStatus({
  html: document.documentElement,
  bar: find("status-bar"),
  line: find("status"),
  detail: find("status-detail"),
  progress: find("progress", HTMLProgressElement),
  retry: find("retry"),
  onRetry: () => void runner.start(),
});
const reveal = createReveal({ pane: find("results-pane"), first: find("verdict"), bar: find("status-bar") });
const onPlace = editor.goTo;
const failures = createFailureView({ stamp, block, paint, prose, onPlace });
const { places, plain } = failures;
const describe = bundle.disclosure === "names" ? () => null : failures.describe;
const button = find("show-solution");
const confirmed = createConfirm(find("solution-dialog", HTMLDialogElement));
const solution = createSolution({ button, panel: find("solution"), confirmed, sealed, stamp, block, paint, grow });
const reference = {
  label: bundle.explained ? "See the reference and why it is written so" : "See the reference",
  open: solution.open,
};
const view = createRunView({
  runButton: find("run"),
  stopButton: find("stop"),
  status,
  tests: createResults({ list: find("test-list"), stamp, describe }),
  examples: createResults({ list: find("example-list"), stamp, describe: failures.describe }),
  strip: createStrip(find("strip")),
  verdict: createVerdict({ area: find("verdict"), stamp, block, prose, plain, places, onPlace, next: findNext(), reference }),
  isSolved,
  sayVerdict,
  onPress: showRun,
  onVerdict: keepVerdict,
});
const session = createSession({ runner, cases: bundle, problem, submission: editor.code, view });

createShortcut({ label: find("run-key"), onPress: session.run });
createReset({
  button: find("reset"),
  confirmed: createConfirm(find("reset-dialog", HTMLDialogElement)),
  editor,
  starter: bundle.starter,
  offer: (text, undo) => notices.say("reset", text, undo),
});
find("run").addEventListener("click", session.run);
find("stop").addEventListener("click", session.stop);
drafts.flushOnLeave();
wireHints();
view.expect(bundle);
showSolved();
follow(status.followRuntime);

function wireHints() {
  const hints = async () => (await sealed)?.hints ?? [];
  if (bundle.hint_count === 0) return;
  createHints({ button: find("show-hint"), panel: find("hints"), list: find("hint-list"), stamp, prose, hints });
}

function showRun() {
  drafts.flush();
  showMarks(editor.view, null);
  reveal.press();
}

/** @param {Report} report @param {boolean} passed */
function keepVerdict(report, passed) {
  showMarks(editor.view, bundle.disclosure === "names" ? { ...report, tests: [] } : report);
  if (passed) solved.mark(bundle.slug);
  showSolved();
  reveal.verdict();
}

function showSolved() {
  find("solved-mark").hidden = !solved.has(bundle.slug);
}

function findNext() {
  const link = document.querySelector("a.neighbour-next");
  if (link instanceof HTMLAnchorElement) return { label: `Next: ${link.dataset.title}`, url: link.href };
  return { label: "All problems", url: base };
}

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @param {new () => T} [type]
 * @returns {T}
 */
function find(id, type) {
  const element = document.getElementById(id);
  if (!(element instanceof (type ?? HTMLElement))) throw new Error(`the page lacks #${id}`);
  return /** @type {T} */ (element);
}
