/** Which runs of a problem are kept when there are many. */

/** @import { Run } from "./runs.js" */

/** So many of the latest runs are kept whatever they are. */
const LATEST = 200;

/**
 * Of what is older, each day's last stays, and the first that passed.
 * @param {Run[]} runs of one problem, the oldest first
 * @returns {Run[]} those that go
 */
export function findSurplus(runs) {
  if (runs.length <= LATEST) return [];
  const lastOfDay = new Map(runs.map((run) => [new Date(run.at).toDateString(), run]));
  const staying = new Set(lastOfDay.values());
  const passed = runs.find((run) => run.total > 0 && run.passed === run.total);
  if (passed) staying.add(passed);
  return runs.slice(0, -LATEST).filter((run) => !staying.has(run));
}
