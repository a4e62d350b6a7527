/** Notices a learner who is stuck: several runs in turn that failed in the same tests. */

/** @import { Report } from "./contracts.js" */

const RUNS = 3;
const KIND = "stuck";

/**
 * Make what hears of each verdict; `offer` is called once for a set of failing tests, on whatever visit.
 * @param {{ store: import("./store.js").Store, slug: string, offer: () => void }} options
 * @returns {(report: Report) => void}
 */
export function createStuck({ store, slug, offer }) {
  let failing = "";
  let runs = 0;
  return ({ state, tests }) => {
    const failed = tests.filter(({ outcome }) => outcome !== "passed").map(({ id }) => id);
    const now = state === "graded" ? failed.join("\n") : "";
    runs = now === failing ? runs + 1 : 1;
    failing = now;
    if (now === "" || runs < RUNS) return;
    const offered = readOffered(store.read(KIND, slug));
    if (offered.includes(now)) return;
    store.write(KIND, slug, JSON.stringify([...offered, now]));
    offer();
  };
}

/** @param {string | null} text @returns {string[]} */
function readOffered(text) {
  try {
    const offered = JSON.parse(text ?? "[]");
    return Array.isArray(offered) ? offered.filter((one) => typeof one === "string") : [];
  } catch {
    return []; // another program wrote this key: one offer too many does no harm
  }
}
