/** Sets up the page's help: hints, and the reference; what is opened is shown, and noted in the memory. */

import { createConfirm } from "./confirm.js";
import { find } from "./find.js";
import { createHelp } from "./help.js";
import { createSolution } from "./solution.js";
import { growTree as grow } from "./tree.js";

/**
 * @typedef {object} HelpStartOptions
 * @property {import("./contracts.js").Bundle} bundle
 * @property {Promise<import("./contracts.js").Sealed | null>} sealed
 * @property {ReturnType<typeof import("./memory.js").createMemory>} memory
 * @property {ReturnType<typeof import("./notices.js").createNotices>} notices
 * @property {() => string} code the learner's own
 * @property {() => boolean} showsTests whether the source of the hidden tests may be seen
 * @property {() => void} onOpen comes before a hint or the reference is opened
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(code: string) => DocumentFragment} paint
 * @property {typeof import("./prose.js").setProse} prose
 */

/**
 * Set up the help; `hear` is told of each verdict, `reference` offers the reference after one.
 * @param {HelpStartOptions} options
 */
export function startHelp({ bundle, sealed, memory, notices, code, showsTests, onOpen, stamp, block, paint, prose }) {
  /** @param {Parameters<typeof memory.noteHelp>[0]} kind */
  const opening = (kind) => () => {
    memory.noteHelp(kind);
    onOpen();
  };
  const solution = createSolution({
    ...{ button: find("show-solution"), panel: find("solution"), onOpen: opening("reference") },
    ...{ confirmed: createConfirm(find("solution-dialog", HTMLDialogElement)), sealed, code, showsTests },
    ...{ stamp, block, paint, grow },
  });
  const label = bundle.explained ? "See the reference and why it is written so" : "See the reference";
  return { hear: startHints(), reference: { label, open: solution.open } };

  function startHints() {
    const { slug, hint_count: total } = bundle;
    if (total === 0) return () => {};
    return createHelp({
      ...{ button: find("show-hint"), panel: find("hints"), list: find("hint-list"), onOpen: opening("hint") },
      ...{ total, slug, store: memory.store, hints: async () => (await sealed)?.hints ?? [] },
      ...{ notices, stamp, prose },
    });
  }
}
