/** What a learner sees of the hidden tests, as the problem's author has decided. */

/** @import { Bundle, Report, TestResult } from "./contracts.js" */

/**
 * What each rule shows: `why` a test failed, the `inputs` of its call, the `source` of the tests once solved.
 * @typedef {{ why: boolean, inputs: boolean, source: boolean }} Rule
 * @type {Record<Bundle["disclosure"], (solved: boolean) => Rule>}
 */
const RULES = {
  names: () => ({ why: false, inputs: false, source: false }),
  message: (solved) => ({ why: true, inputs: false, source: solved }),
  inputs: (solved) => ({ why: true, inputs: true, source: solved }),
  "all-after-solving": (solved) => ({ why: true, inputs: solved, source: solved }),
};

/** @param {Bundle["disclosure"]} disclosure @param {() => boolean} isSolved in this browser, now or before */
export function createDisclosure(disclosure, isSolved) {
  const rule = () => RULES[disclosure](isSolved());
  /** The result of a hidden test as it may be seen. @param {TestResult} result @returns {TestResult} */
  function show(result) {
    const { why, inputs } = rule();
    if (!why) return { ...result, failure: null, output: { text: "", cut: 0 } };
    if (inputs || !result.failure?.call) return result;
    return { ...result, failure: { ...result.failure, call: withoutInputs(result.failure.call) } };
  }
  return {
    show,
    /** The report with nothing of the hidden tests but what may be seen. @param {Report} report @returns {Report} */
    showAll: (report) => ({ ...report, tests: report.tests.map(show) }),
    /** Whether the inputs of hidden tests may be seen. */
    showsInputs: () => rule().inputs,
    /** Whether the source of the hidden tests may be read. */
    showsSource: () => rule().source,
  };
}

/** @param {string} call */
function withoutInputs(call) {
  const open = call.indexOf("(");
  return open < 0 || call.endsWith("()") ? call : `${call.slice(0, open)}(…)`;
}
