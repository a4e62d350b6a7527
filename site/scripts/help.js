/** Hints, and the offer of the next one to a learner who is stuck. */

import { createHints } from "./hints.js";
import { createStuck } from "./stuck.js";

/** @import { Report } from "./contracts.js" */

const OFFER = "Three runs have failed in the same tests. Would a hint help?";

/**
 * Set up the hints; what is returned hears of each verdict.
 * @param {import("./hints.js").HintsOptions & { notices: ReturnType<typeof import("./notices.js").createNotices> }} options
 * @returns {(report: Report) => void}
 */
export function createHelp({ notices, ...options }) {
  const { store, slug } = options;
  const hints = createHints(options);
  function offer() {
    if (hints.areLeft()) notices.say("stuck", OFFER, { label: "Show the next hint", run: hints.next });
  }
  return createStuck({ store, slug, offer });
}
