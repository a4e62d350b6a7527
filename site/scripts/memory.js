/** What this browser keeps of one problem: the draft, every run, how far it is. */

import { createAsideNotice } from "./aside-notice.js";
import { createKeeping } from "./keeping.js";
import { createKeptText } from "./kept-text.js";
import { createPanels } from "./memory-panels.js";
import { pack } from "./packing.js";
import { createPractice } from "./practice.js";
import { createProgress } from "./progress.js";
import { openRuns } from "./runs.js";
import { createSolved } from "./solved.js";
import { openStore } from "./store.js";

/** @import { Bundle, Report } from "./contracts.js" */
/** @import { Field, KeptText, TextKind } from "./kept-text.js" */
/** @import { Help } from "./progress.js" */
/** @import { PlainRun } from "./work-file.js" */

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
  const keeping = createKeeping({ store, runs, slug });
  const say = (/** @type {string} */ words) => (saved.textContent = words);
  const onSave = (/** @type {string} */ code) => progress.noteDraft(slug, code !== starter);
  /** @type {Map<TextKind, KeptText>} */
  const texts = new Map();
  const draft = keepText("draft", { text: () => editor().code(), replace: (code) => editor().replace(code) }, { say, onSave });

  /** @param {string} code @param {Partial<PlainRun>} facts */
  async function keep(code, facts) {
    const none = { state: "set-aside", passed: 0, total: 0, seconds: 0 };
    await keeping.keep({ ...none, ...facts, slug, version, at: Date.now(), code });
  }

  /** Keep a text that is about to be replaced, unless the history has it. @param {string} code @param {TextKind} kind */
  async function setAside(code, kind) {
    if (code.trim() === "" || code === starter) return;
    const end = String((await pack(code)).slice(-8));
    if ((await runs.list(slug)).some((run) => String(run.code.slice(-8)) === end)) return;
    await keep(code, kind === "draft" ? {} : { part: kind });
  }

  /** Keep what is typed in a field. @param {TextKind} kind @param {Field} field
   * @param {Pick<Parameters<typeof createKeptText>[0], "say" | "onSave">} [hear] */
  function keepText(kind, field, hear) {
    const aside = (/** @type {string} */ text) => setAside(text, kind);
    const kept = createKeptText({ store, slug, kind, field, notices, setAside: aside, ...hear });
    texts.set(kind, kept);
    return kept;
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
    draft: draft.load,
    save: draft.save,
    replace: draft.replace,
    keepText,
    /** A hint or the reference was opened. @param {Help} kind */
    noteHelp: (kind) => progress.noteHelp(slug, kind),
    /** To be called once there is an editor. */
    start() {
      store.keepAside("draft", slug);
      keeping.takeOver();
      showSolved();
      createPanels({ slug, version, runs, draft, textOf: (kind) => texts.get(kind), notices, after: saved });
    },
    /** A run begins with what is in the editor. */
    press() {
      draft.flush();
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
