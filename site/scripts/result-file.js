/** The file that a learner hands in: `python -m grader` grades it again. */

import { saveFile } from "./saving.js";

/** @import { Run } from "./runs.js" */

const FORMAT = 1;

/**
 * @param {Run} run @param {string} code
 * @param {Run[]} runs all of the problem that are kept, the oldest first
 */
export function saveResult(run, code, runs) {
  const tried = runs.filter(({ state }) => state !== "set-aside");
  const { slug, version, state, passed, total, seconds, at } = run;
  saveFile(`${slug}-result.json`, {
    scratchwork: "result",
    format: FORMAT,
    problem: slug,
    version,
    verdict: { state, passed, total, seconds },
    at: new Date(at).toISOString(),
    runs: tried.filter((one) => one.at <= at).length,
    first_run_at: new Date(tried[0]?.at ?? at).toISOString(),
    code,
  });
}
