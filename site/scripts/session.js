/** One run at a time, from the press to the verdict. */

/** @import { Event, Problem, Report, Runner, TestCase, TestResult } from "./contracts.js" */

/**
 * @typedef {{ tests: TestCase[], examples: TestCase[] }} Cases
 *
 * @typedef {object} View shows a run
 * @property {(only: string[] | null) => void} press
 * @property {(cases: Cases) => void} expect
 * @property {(only: string[]) => void} again these run, the others keep what they showed
 * @property {(id: string) => void} start
 * @property {(id: string, text: string) => void} print
 * @property {(result: TestResult, done: number, total: number) => void} finish
 * @property {(report: Report, only: string[] | null) => void} conclude
 * @property {() => void} breakOff the problem itself cannot be opened
 *
 * @typedef {object} SessionOptions
 * @property {Runner} runner
 * @property {Cases} cases
 * @property {() => Promise<Problem | null>} problem null where it cannot be opened
 * @property {() => string} submission
 * @property {View} view
 */

/** @param {SessionOptions} options */
export function createSession({ runner, cases, problem, submission, view }) {
  let running = false;

  /** @param {string[] | null} only the tests that run, null: all, for a verdict */
  async function run(only) {
    view.press(only);
    if (only) view.again(only);
    else view.expect(cases);
    const work = { problem: await problem(), submission: submission() };
    if (work.problem === null) return view.breakOff();
    const follow = createFollower(cases, view, only === null);
    view.conclude(await runner.run({ ...work, problem: work.problem, only }, follow), only);
  }

  /** Do it, unless a run is under way. @param {() => Promise<void>} work */
  async function alone(work) {
    if (running) return;
    running = true;
    try {
      await work();
    } finally {
      running = false;
    }
  }

  return {
    alone,
    /** Run what is in the editor, unless a run is under way. */
    run: () => alone(() => run(null)),
    /** Run some of the tests, which is no verdict. @param {string[]} only */
    runSome: (only) => alone(() => run(only)),
    stop: () => runner.stop(),
  };
}

/** @param {Cases} cases @param {View} view @param {boolean} whole @returns {(event: Event) => void} */
function createFollower(cases, view, whole) {
  let counted = new Set(cases.tests.map(({ id }) => id));
  let done = 0;
  return (event) => {
    if (event.type === "collected") {
      counted = new Set(event.tests.map(({ id }) => id));
      done = 0;
      if (whole) view.expect(event);
    }
    if (event.type === "started") view.start(event.id);
    if (event.type === "printed") view.print(event.id, event.text);
    if (event.type === "finished") {
      if (counted.has(event.result.id)) done += 1;
      view.finish(event.result, done, counted.size);
    }
  };
}
