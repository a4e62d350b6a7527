/** The problem page: finds its elements and wires its modules together. */

import { createBlocks } from "./blocks.js";
import { startComforts } from "./comforts.js";
import { createConfirm } from "./confirm.js";
import { createDisclosure } from "./disclosure.js";
import { createEditor } from "./editor.js";
import { startEmbed } from "./embed.js";
import { createFailureView } from "./failure.js";
import { find } from "./find.js";
import { paintPython as paint } from "./highlight.js";
import { startHelp } from "./help-start.js";
import { marksExtension, showMarks } from "./marks.js";
import { createMemory } from "./memory.js";
import { findNext } from "./neighbour.js";
import { createNotices } from "./notices.js";
import { startOffline } from "./offline-start.js";
import { nextPaint } from "./paint.js";
import { setProse as prose } from "./prose.js";
import { data, follow, problem, runner, sealed } from "./python.js";
import { keepInReach } from "./reach.js";
import { createReset } from "./reset.js";
import { createResults } from "./results.js";
import { createReveal } from "./reveal.js";
import { startRunCode } from "./run-code-start.js";
import { createRunView } from "./run-view.js";
import { startScratch } from "./scratch-start.js";
import { createSession } from "./session.js";
import { createShortcut } from "./shortcut.js";
import { createStamp } from "./stamp.js";
import { createStatus } from "./status.js";
import { createStrip } from "./strip.js";
import { createTabs } from "./tabs.js";
import templates from "./templates.html";
import { createTouchKeys } from "./touch-keys.js";
import { createTryTests } from "./try-tests.js";
import { startTypingHelp } from "./typing-help-start.js";
import { createVerdict } from "./verdict.js";
import { isSolved, sayPart, sayVerdict } from "./verdict-words.js";

/** @import { Report, TestResult } from "./contracts.js" */

await nextPaint(); // what is read comes before what is typed with
const { bundle, base } = data;
const stamp = createStamp(new DOMParser().parseFromString(templates, "text/html"));
const block = createBlocks(stamp);

const notices = createNotices({ area: find("notices"), stamp, onLeave: () => tabs.focusNear(editor) });
const memory = createMemory({
  bundle,
  site: new URL(base, location.href).pathname,
  editor: () => editor,
  notices,
  saved: find("saved"),
  mark: find("solved-mark"),
  run: () => void session.run(),
});
const panels = { statement: find("statement"), editor: find("editor-pane"), results: find("results-pane") };
const tabs = createTabs({ main: find("main"), bar: find("tabs"), panels, bench: find("workbench") });
const editor = createEditor({
  parent: find("editor"),
  code: memory.draft() ?? bundle.starter,
  label: "Code editor",
  hint: "editor-hint",
  marks: marksExtension,
  onChange: memory.save,
  onRun: () => void session.run(),
  onPlace: tabs.showEditor,
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
const results = { pane: panels.results, bar: find("status-bar"), toResults: tabs.showResults };
const reveal = createReveal({ ...results, first: find("verdict") });
/** @param {number} line @param {number | null} [column] @param {string} [file] */
const onPlace = (line, column, file) => (file === "scratch" ? scratch : editor).goTo(line, column);
const failures = createFailureView({ stamp, block, paint, prose, onPlace });
const { places, plain } = failures;
const disclosure = createDisclosure(bundle.disclosure, memory.isSolved);
const scratch = startScratch({
  ...{ store: memory.store, keep: memory.keepText, slug: bundle.slug, pane: panels.editor, createEditor, problem, notices },
  ...{ showsInputs: disclosure.showsInputs, onRun: () => void session.run(), onPlace: tabs.showEditor },
});
/** @param {TestResult} result */
const describe = (result) => scratch.offerCall(result, failures.describe(disclosure.show(result)));
/** @param {TestResult} result */
const describeExample = (result) => scratch.offerExample(result, failures.describe(result));
const { hear: hearVerdict, reference } = startHelp({
  ...{ bundle, sealed, memory, notices, code: editor.code, showsTests: disclosure.showsSource },
  ...{ onOpen: tabs.showResults, stamp, block, paint, prose },
});
const next = findNext(document, base);
const onTry = (/** @type {string[]} */ ids) => void session.runSome(ids);
const { tool, offer: offerFailed } = createTryTests({ section: find("tests"), runButton: find("run"), onTry });
const view = createRunView({
  runButton: find("run"),
  codeButton: find("run-code"),
  stopButton: find("stop"),
  status,
  tests: createResults({ list: find("test-list"), stamp, describe, tool }),
  examples: createResults({ list: find("example-list"), stamp, describe: describeExample }),
  strip: createStrip(find("strip")),
  verdict: createVerdict({ area: find("verdict"), stamp, block, prose, plain, places, onPlace, next, reference }),
  isSolved,
  sayVerdict,
  sayPart,
  offerFailed,
  onPress: showRun,
  onVerdict: keepVerdict,
});
const session = createSession({ runner, cases: bundle, problem, submission: editor.code, view });

createTouchKeys({ stamp, editor, pane: panels.editor, bar: find("toolbar-run"), onRun: session.run });
createShortcut({ name: "run-tests", button: find("run"), label: find("run-key"), onPress: session.run });
createReset({
  button: find("reset"),
  confirmed: createConfirm(find("reset-dialog", HTMLDialogElement)),
  editor: { code: editor.code, replace: memory.replace },
  starter: bundle.starter,
  offer: (text, undo) => notices.say("reset", text, undo),
});
find("run").addEventListener("click", session.run);
find("stop").addEventListener("click", session.stop);
for (const part of panels.statement.querySelectorAll("[tabindex]")) keepInReach(/** @type {HTMLElement} */ (part));
memory.start();
startComforts({ store: memory.store, editor, bench: find("workbench"), notices, scratch: scratch.button });
startTypingHelp({ view: editor.view, runner });
const tellParent = startEmbed({ bundle, origins: data.embed_origins ?? [], main: find("main") });
view.expect(bundle);
follow(status.followRuntime);
void startOffline(notices.say);
startRunCode({
  ...{ memory, editor, runner, session, status, setButtons: view.setButtons, problem },
  ...{ ...results, button: find("run-code"), stamp, block, prose, plain, places, onPlace, scratch },
});

function showRun() {
  memory.press();
  showMarks(editor.view, null);
  reveal.press();
}

/** @param {Report} report @param {boolean} passed @param {string[] | null} only the tests of a run that is no verdict */
function keepVerdict(report, passed, only) {
  showMarks(editor.view, disclosure.showAll(report));
  if (only === null) {
    memory.keep(report, passed);
    hearVerdict(report);
    tellParent(report);
  }
  reveal.verdict();
}
