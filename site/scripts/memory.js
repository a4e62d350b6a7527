/** What this browser keeps of one problem: the draft, every run, how far it is. */

import { createAsideNotice } from "./aside-notice.js";
import { createDrafts } from "./drafts.js";
import { createPanels } from "./memory-panels.js";
import { pack } from "./packing.js";
import { createPractice } from "./practice.js";
import { createProgress } from "./progress.js";
import { openRuns } from "./runs.js";
import { createSolved } from "./solved.js";
import { openStore } from "./store.js";

/** @import { Bundle, Report } from "./contracts.js" */
/** @import { Help } from "./progress.js" */
/** @import { Run } from "./runs.js" */

/**
 * @typedef {object} MemoryOptions
 * @property {Bundle} bundle
 * @property {string} site the path that the site's pages begin with
 * @property {() => { code: () => string, replace: (code: string) => void }} editor once it is open
 * @property {Pick<ReturnType<typeof import("./notices.js").createNotices>, "say" | "drop">} notices
 * @property {HTMLElement} saved says what becomes of the draft
 * @property {HTMLElement} mark of having solved the problem
 * @property {() => void} run
 */

const KEEPS_NOTHING = "This browser keeps nothing for this page. Copy your code before you leave.";
const NO_HISTORY = "This browser keeps no history of your runs: it lasts until you leave this page.";

/** @param {MemoryOptions} options */
export function createMemory({ bundle, site, editor, notices, saved, mark, run }) {
  const { slug, version, starter } = bundle;
  let troubled = false;
  let submitted = "";
  const trouble = (/** @type {string} */ words) => () => {
    if (!troubled) notices.say("storage", words);
    troubled = true;
  };
  const onAside = createAsideNotice((words, action) => notices.say("aside", words, action, true));
  const store = openStore({ storage: () => localStorage, site, onTrouble: trouble(KEEPS_NOTHING), onAside });
  const solved = createSolved(store);
  const progress = createProgress(store, solved);
  const practice = createPractice(store);
  const runs = openRuns({ site, onTrouble: trouble(NO_HISTORY) });
  const say = (/** @type {string} */ words) => (saved.textContent = words);
  const onSave = (/** @type {string} */ code) => progress.noteDraft(slug, code !== starter);
  const drafts = createDrafts({ store, slug, say, onSave, onOther: tellOther, onOverwrite });

  /** @param {string} code @param {Partial<Run>} facts */
  async function keep(code, facts) {
    const none = { state: "set-aside", passed: 0, total: 0, seconds: 0 };
    await runs.add({ ...none, ...facts, slug, version, at: Date.now(), code: await pack(code) });
  }

  /** Keep code that is about to be replaced, unless a run has kept it. @param {string} code */
  async function setAside(code) {
    if (code.trim() === "" || code === starter) return;
    const end = String((await pack(code)).slice(-8));
    if ((await runs.list(slug)).some((run) => String(run.code.slice(-8)) === end)) return;
    await keep(code, {});
  }

  /** Put other code into the editor; what was there goes into the history. @param {string} code */
  function replace(code) {
    void setAside(editor().code());
    editor().replace(code);
  }

  /** Replace the code, and offer the way back. @param {string} code @param {string} words */
  function restore(code, words) {
    const before = editor().code();
    replace(code);
    notices.say("restore", words, { label: "Undo", run: () => replace(before) });
  }

  /** @param {string} other */
  function tellOther(other) {
    if (other === editor().code()) return notices.drop("other-tab");
    const words = "Another tab has saved other code for this problem. This tab keeps its own unless you take that.";
    const take = () => restore(other, "The code of the other tab is in the editor.");
    notices.say("other-tab", words, { label: "Take the other code", run: take });
  }

  /** @param {string} other */
  async function onOverwrite(other) {
    await setAside(other);
    notices.say("other-tab", "Another tab had saved other code for this problem: it is in the history now.");
  }

  function showSolved() {
    const outdated = solved.isOutdated(slug, version);
    mark.hidden = !solved.has(slug);
    mark.lastChild?.replaceWith(outdated ? "Solved, but changed since" : "Solved");
    if (!outdated) return notices.drop("changed");
    const words = "This problem has changed since you solved it. Run the tests again; the mark stays until then.";
    notices.say("changed", words, { label: "Run again", run }, true);
  }

  return {
    store,
    isSolved: () => solved.has(slug),
    draft: drafts.load,
    save: drafts.save,
    replace,
    /** A hint or the reference was opened. @param {Help} kind */
    noteHelp: (kind) => progress.noteHelp(slug, kind),
    /** To be called once there is an editor. */
    start() {
      drafts.flushOnLeave();
      store.keepAside("draft", slug);
      showSolved();
      createPanels({ slug, version, runs, editor: editor(), restore, notices, after: saved });
    },
    /** A run begins with what is in the editor. */
    press() {
      drafts.flush();
      submitted = editor().code();
    },
    /** @param {Report} report @param {boolean} passed */
    keep({ state, tests, seconds }, passed) {
      const count = tests.filter(({ outcome }) => outcome === "passed").length;
      void keep(submitted, { state, passed: count, total: tests.length, seconds });
      practice.add(Date.now());
      progress.noteRun(slug);
      if (passed) solved.mark(slug, version, progress.isUnaided(slug));
      showSolved();
    },
  };
}
