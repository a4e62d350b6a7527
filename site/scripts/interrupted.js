/** The report of a run that ended without one: stopped, out of time, or crashed. */

/** @import { Event, Fault, Report, TestCase, TestResult } from "./contracts.js" */

/** @typedef {{ outcome: TestResult["outcome"], message: string }} Ending */

/** @type {Ending} */
const NOT_RUN = { outcome: "not-run", message: "" };

/** What is said of the test that was running. @type {Record<string, Ending>} */
const UNFINISHED = {
  "time-limit": { outcome: "timeout", message: "This did not finish within its time limit." },
  crashed: { outcome: "failed", message: "Your code ended the Python interpreter here." },
};

const BARE_FAILURE = {
  message: "",
  plain: null,
  check_line: null,
  call: null,
  expected: null,
  got: null,
  difference: null,
  error: null,
  frames: [],
};

/** The error's type where the worker never came. */
export const NOT_LOADED = "NotLoaded";
/** The same, of what draws figures. */
export const NO_PLOTS = "MatplotlibNotLoaded";

/** What engines say when they give up, and what it means. @type {[sign: RegExp, message: string][]} */
const CRASHES = [
  [
    /call stack|too much recursion|stack overflow/i,
    "Your code called itself so deeply that the stack of the browser was full. Look for a recursion that does not end.",
  ],
  [
    /out of memory|cannot enlarge memory|memory access out of bounds|allocation failed/i,
    "Your code took more memory than the browser gives. Look for an array or a list that grows too large.",
  ],
];

/**
 * Say what an engine meant that gave up; null where that is not known.
 * @param {{ type: string, text: string }} error
 */
export function explainCrash({ type, text }) {
  if (type === NOT_LOADED) return MESSAGES["not-loaded"];
  if (type === NO_PLOTS) return MESSAGES["no-plots"];
  return CRASHES.find(([sign]) => sign.test(`${type} ${text}`))?.[1] ?? null;
}

/** @type {Record<string, string>} */
const MESSAGES = {
  stopped: "You stopped the run.",
  "not-loaded": "Python could not be loaded, so your code was not run. Check your connection and run again.",
  "no-plots": "Matplotlib could not be loaded, so your code was not run. Check your connection and run it again.",
  crashed: "Your code ended the Python interpreter, so nothing more could be checked.",
  "time-limit": "Your code did not finish while it was imported. Look for a loop outside of your functions that does not end.",
};

/**
 * @param {{ slug: string, limits: { test_seconds: number } }} problem
 * @param {Event[]} events those that came
 * @param {"stopped" | "crashed" | "time-limit"} state
 * @param {{ type: string, text: string } | null} error what the engine said
 * @returns {Report}
 */
export function interruptedReport(problem, events, state, error = null) {
  /** @type {Map<string, TestResult>} */
  const results = new Map();
  /** @type {string[]} */
  const started = [];
  /** @type {Map<string, string>} */
  const printed = new Map();
  let collected = null;
  for (const event of events) {
    if (event.type === "printed") printed.set(event.id, (printed.get(event.id) ?? "") + event.text);
    if (event.type === "collected") collected = event;
    if (event.type === "started") started.push(event.id);
    if (event.type === "finished") results.set(event.result.id, event.result);
  }
  const settle = (/** @type {TestCase} */ test) =>
    results.get(test.id) ??
    unfinished(test, printed.get(test.id) ?? "", (started.includes(test.id) && UNFINISHED[state]) || NOT_RUN);
  return {
    format: 1,
    problem: problem.slug,
    state,
    fault: fault(problem, collected !== null, state, error),
    examples: collected ? collected.examples.map(settle) : [],
    tests: collected ? collected.tests.map(settle) : [],
    known_wrong: null,
    output: { text: "", cut: 0 },
    seconds: 0,
  };
}

/**
 * @param {TestCase} test
 * @param {string} text printed before the end
 * @param {Ending} ending
 * @returns {TestResult}
 */
function unfinished({ id, name }, text, { outcome, message }) {
  const failure = message === "" ? null : { ...BARE_FAILURE, message };
  return { id, name, outcome, seconds: 0, failure, output: { text, cut: 0 } };
}

/**
 * @param {{ limits: { test_seconds: number } }} problem
 * @param {boolean} collected
 * @param {string} state
 * @param {{ type: string, text: string } | null} error
 * @returns {Fault}
 */
function fault(problem, collected, state, error) {
  let message = MESSAGES[state];
  if (state === "time-limit" && collected) {
    message = `A test ran longer than its limit of ${problem.limits.test_seconds} s. Look for a loop that does not end.`;
  }
  if (state === "crashed" && error !== null) message = explainCrash(error) ?? message;
  return { message, plain: null, error, line: null, column: null, frames: [] };
}
