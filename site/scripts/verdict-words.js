/** Says a report's verdict in one line. */

/** @import { Report } from "./contracts.js" */

/** @param {Report} report @returns {boolean} */
export function isSolved(report) {
  const { state, tests } = report;
  return state === "graded" && tests.length > 0 && tests.every(({ outcome }) => outcome === "passed");
}

/** Say what a run of some tests came to: never a verdict. @param {Report} report @returns {string} */
export function sayPart(report) {
  const { state, tests } = report;
  const passed = tests.filter(({ outcome }) => outcome === "passed").length;
  const these = tests.length === 1 ? "This test" : `These ${tests.length} tests`;
  if (state !== "graded") return sayVerdict(report);
  if (passed === tests.length) return `${these} passed. Run all tests for the verdict`;
  return tests.length === 1 ? "This test failed" : `${passed} of these ${tests.length} tests passed`;
}

/** @param {Report} report @returns {string} */
export function sayVerdict(report) {
  const { state, fault, tests } = report;
  const passed = tests.filter(({ outcome }) => outcome === "passed").length;
  const count = `${passed} of ${tests.length} tests passed`;
  const late = tests.filter(({ outcome }) => outcome === "timeout").length;
  const place = fault?.line ? ` in line ${fault.line}` : "";
  switch (state) {
    case "graded":
      return late ? `${count}, ${late} ended by the time limit` : count;
    case "syntax-error":
      return `Not run: syntax error${place}`;
    case "import-error":
      return `Not run: import error${place}`;
    case "time-limit":
      return tests.length ? `Ended by the time limit: ${count}` : "Ended by the time limit";
    case "crashed":
      return tests.length ? `Python crashed: ${count}` : "Python crashed";
    case "stopped":
      return "You stopped the run";
    case "broken-problem":
      return "This problem is broken: the fault is not in your code";
  }
}
