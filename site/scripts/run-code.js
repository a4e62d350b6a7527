/** Runs the learner's code as a program, from the press to its end. */

import { createProgramInput } from "./program-input.js";
import { createProgramOutput } from "./program-output.js";
import { endsWell, sayEnd } from "./program-words.js";
import { createReveal } from "./reveal.js";

/** @import { Problem, ProgramOutcome, Runner } from "./contracts.js" */

/**
 * @typedef {object} RunCodeOptions
 * @property {HTMLElement} button
 * @property {HTMLElement} pane shows the output, above the results
 * @property {HTMLElement} bar the status bar; the input's box stands above it
 * @property {() => void} toResults brings what a run says into view
 * @property {ReturnType<typeof import("./editor.js").createEditor>} editor
 * @property {ReturnType<typeof import("./scratch-start.js").startScratch>} scratch
 * @property {Runner} runner
 * @property {{ alone: (work: () => Promise<void>) => Promise<void> }} session
 * @property {ReturnType<typeof import("./status.js").createStatus>} status
 * @property {(running: boolean, pressed: HTMLElement) => void} setButtons
 * @property {() => Promise<Problem | null>} problem
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(text: string) => DocumentFragment} prose
 * @property {ReturnType<typeof import("./failure.js").createFailureView>["plain"]} plain
 * @property {ReturnType<typeof import("./failure.js").createFailureView>["places"]} places
 * @property {(line: number, column?: number | null, file?: string) => void} onPlace
 * @property {ReturnType<typeof import("./memory.js").createMemory>["keepText"]} keep the input for the next visit
 * @property {(outcome: ProgramOutcome | null) => void} mark marks in the editor where it went wrong
 */

/** Make the function that runs it. @param {RunCodeOptions} options */
export function createRunCode(options) {
  const { button, pane, bar, editor, scratch, runner, onPlace, status, stamp, block, prose, plain, places } = options;
  const code = () => `${editor.code()}\n${scratch.code()}`;
  const input = createProgramInput({ before: bar, view: editor.view, code, keep: options.keep });
  scratch.onChange(input.follow);
  const output = createProgramOutput({ pane, button, stamp, block, prose, plain, places, onPlace });
  const reveal = createReveal({ pane, first: output.section, bar, toResults: options.toResults });

  async function run() {
    const problem = await options.problem();
    options.mark(null);
    options.setButtons(true, button);
    status.press("Running your code");
    output.clear();
    reveal.press();
    if (problem === null) return conclude(null);
    const work = { problem, source: editor.code(), scratch: scratch.code(), typed: input.text() };
    conclude(await runner.runProgram(work, output.print));
  }

  /** @param {ProgramOutcome | null} outcome null where the problem cannot be opened */
  function conclude(outcome) {
    options.setButtons(false, button);
    if (outcome === null) return status.conclude("This problem is broken: it could not be unpacked", "bad");
    output.conclude(outcome);
    options.mark(outcome);
    status.conclude(sayEnd(outcome), endsWell(outcome) ? "calm" : "bad");
    reveal.verdict();
  }

  return () => options.session.alone(run);
}
