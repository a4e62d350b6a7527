/** The panels of what is kept of a problem, each loaded when it opens: history, sharing, what was shared. */

import { make, makeButton } from "./element.js";
import { unpack } from "./packing.js";
import { carriesAttempt } from "./share-link.js";

/** @import { KeptText, TextKind } from "./kept-text.js" */
/** @import { Run } from "./runs.js" */

/**
 * @typedef {object} PanelsOptions
 * @property {string} slug
 * @property {string} version of the problem
 * @property {() => Promise<Run[]>} list the problem's runs
 * @property {KeptText} draft
 * @property {(kind: TextKind) => KeptText | undefined} textOf what is not there yet is not kept yet
 * @property {{ say: (kind: string, words: string) => void }} notices
 * @property {HTMLElement} after what the buttons follow
 */

/** @param {PanelsOptions} options */
export function createPanels({ slug, version, list, draft, textOf, notices, after }) {
  /** Load a panel and open it. @param {() => Promise<void>} open */
  async function show(open) {
    try {
      await open();
    } catch (error) {
      console.info(`Scratchwork: ${error}`);
      notices.say("panel", "This could not be opened. Perhaps the network is away; nothing is lost.");
    }
  }

  async function openHistory() {
    const panel = await import("./history-panel.js");
    const kept = await list();
    const { saveResult } = await import("./result-file.js");
    const save = (/** @type {Run} */ run, /** @type {string} */ code) => saveResult(run, code, kept);
    await panel.openHistory({ runs: kept, version, textOf, save });
  }

  async function openShare() {
    const panel = await import("./share-panel.js");
    const { saveResult } = await import("./result-file.js");
    const kept = await list();
    const last = kept.findLast(({ state }) => state !== "set-aside");
    const save = last && (async () => saveResult(last, await unpack(last.code), kept));
    await panel.openShare({ attempt: { slug, version, code: draft.text() }, save: save ?? null });
  }

  /** Open what the page's address carries, and take it out of the address. */
  async function openShared() {
    const { hash } = location;
    if (!carriesAttempt(hash)) return;
    history.replaceState(null, "", location.href.split("#")[0]);
    const panel = await import("./share-panel.js");
    const tell = (/** @type {string} */ words) => notices.say("shared", words);
    await panel.openShared({ hash, slug, version, mine: draft.text(), take: draft.restore, tell });
  }

  const button = (/** @type {string} */ label, /** @type {() => Promise<void>} */ open) =>
    makeButton(label, "foot-button button-quiet", () => void show(open));
  after.after(make("span", { class: "foot-buttons" }, button("History", openHistory), button("Share", openShare)));
  addEventListener("hashchange", () => void show(openShared));
  void show(openShared);
}
