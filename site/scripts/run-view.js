/** Shows one run in every part of the page that speaks of it. */

/** @import { Report, TestCase, TestResult } from "./contracts.js" */

/**
 * @typedef {ReturnType<typeof import("./results.js").createResults>} Results
 *
 * @typedef {object} RunViewOptions
 * @property {HTMLElement} runButton
 * @property {HTMLElement} codeButton
 * @property {HTMLElement} stopButton
 * @property {ReturnType<typeof import("./status.js").createStatus>} status
 * @property {Results} tests
 * @property {Results} examples
 * @property {ReturnType<typeof import("./strip.js").createStrip>} strip
 * @property {ReturnType<typeof import("./verdict.js").createVerdict>} verdict
 * @property {(report: Report) => boolean} isSolved
 * @property {(report: Report) => string} sayVerdict
 * @property {(report: Report) => string} sayPart
 * @property {() => void} onPress
 * @property {(report: Report, solved: boolean, only: string[] | null) => void} onVerdict
 *   `only` names the tests of a run that is no verdict
 * @property {(failed: string[], total: number) => void} offerFailed
 */

/** @param {RunViewOptions} options */
export function createRunView(options) {
  const { status, tests, examples, strip, verdict } = options;

  /** @param {{ tests: TestCase[], examples: TestCase[] }} cases */
  function expect(cases) {
    tests.expect(cases.tests);
    examples.expect(cases.examples);
    strip.expect(cases.tests.map(({ id }) => id));
  }

  /** @param {boolean} running @param {HTMLElement} [pressed] */
  function setButtons(running, pressed = options.runButton) {
    const { runButton, codeButton, stopButton } = options;
    if (!running && document.activeElement === stopButton) pressed.focus();
    stopButton.hidden = !running;
    if (running) strip.show(pressed === runButton);
    for (const button of [runButton, codeButton]) button.setAttribute("aria-disabled", String(running));
  }

  return {
    expect,
    setButtons,
    /** @param {string[]} only */
    again(only) {
      tests.again(only);
      examples.again([]);
      strip.again(only);
    },
    /** @param {string[] | null} only */
    press(only) {
      setButtons(true);
      verdict.clear();
      status.press(only ? `Running ${only.length === 1 ? "one test" : `${only.length} tests`}` : "Running the tests");
      options.onPress();
    },
    /** @param {string} id */
    start(id) {
      tests.start(id);
      examples.start(id);
    },
    /** @param {string} id @param {string} text */
    print(id, text) {
      tests.print(id, text);
      examples.print(id, text);
    },
    /** @param {TestResult} result @param {number} done @param {number} total */
    finish(result, done, total) {
      tests.finish(result);
      examples.finish(result);
      strip.fill(result.id, result.outcome);
      status.count(done, total);
    },
    /** @param {Report} report @param {string[] | null} only */
    conclude(report, only) {
      const solved = only === null && options.isSolved(report);
      tests.settle(report.tests);
      examples.settle(report.examples);
      for (const { id, outcome } of report.tests) strip.fill(id, outcome);
      verdict.show(report, solved);
      setButtons(false);
      const calm = report.state === "stopped" || (only !== null && options.isSolved(report));
      const words = only === null ? options.sayVerdict(report) : options.sayPart(report);
      status.conclude(words, solved ? "good" : calm ? "calm" : "bad");
      options.offerFailed(tests.failed(), strip.size());
      options.onVerdict(report, solved, only);
    },
    /** The problem cannot even be opened. */
    breakOff() {
      setButtons(false);
      status.conclude("This problem is broken: its tests could not be unpacked", "bad");
    },
  };
}
