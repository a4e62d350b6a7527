/** What this browser keeps of one problem: the draft, every run, how far it is. */

import { createAsideNotice } from "./aside-notice.js";
import { createKeeping } from "./keeping.js";
import { createKeptText } from "./kept-text.js";
import { createPanels } from "./memory-panels.js";
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
const NO_ROOM = "This browser has no room left for what you type here. Copy your code before you leave.";
const NO_HISTORY = "This browser keeps no history of your runs: it lasts until you leave this page.";

/** @param {MemoryOptions} options */
export function createMemory({ bundle, site, editor, notices, saved, mark, run }) {
  const { slug, version, starter } = bundle;
  let submitted = "";
  /** What is said once; where no draft is kept, that there is no history goes without saying. */
  const told = { draft: false, history: false };
  const tellNoHistory = () => {
    if (!told.draft && !told.history) notices.say("storage", NO_HISTORY);
    told.history = true;
  };
  const tellNoDraft = () => {
    told.draft = true;
    notices.say("storage", store.isBlocked() ? KEEPS_NOTHING : NO_ROOM);
  };
  const onAside = createAsideNotice((words, action) => notices.say("aside", words, action, true));
  const store = openStore({ storage: () => localStorage, site, onTrouble: tellNoDraft, onAside });
  const solved = createSolved(store);
  const progress = createProgress(store, solved);
  const practice = createPractice(store);
  const runs = openRuns({ site, onTrouble: tellNoHistory });
  const keeping = createKeeping({ store, runs });
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

  /** Keep a text that is about to be replaced. @param {string} code @param {TextKind} kind */
  async function setAside(code, kind) {
    if (code.trim() === "" || code === starter) return;
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
      const taken = keeping.takeOver(slug);
      const list = async () => {
        await taken;
        return runs.list(slug);
      };
      showSolved();
      createPanels({ slug, version, list, draft, textOf: (kind) => texts.get(kind), notices, after: saved });
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
