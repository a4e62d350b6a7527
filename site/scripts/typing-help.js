/** Helps while the learner types: completion, signatures, docstrings and marks, beside all runs. */

import { addStyle } from "./added-style.js";
import { createAssistant } from "./assistant.js";
import { createCallHelp, showHelp } from "./call-help.js";
import { createChecking } from "./checking.js";
import { createCompleting } from "./completing.js";
import { createNameHelp, drawDescription as draw } from "./name-help.js";
import { EditorView, StateEffect } from "./vendor/codemirror.js";

const PAUSE_MS = 1000;

/**
 * @param {EditorView} view
 * @param {Pick<ReturnType<typeof import("./runner.js").createRunner>, "beside" | "isIdle" | "followRuns" | "followIdle">} runner
 * @param {boolean} isTyped something has been typed already
 */
export function createTypingHelp(view, runner, isTyped) {
  const { ask, wake, followReady } = createAssistant(runner);
  const checking = createChecking({ view, ask });
  followReady(() => void checking.check());
  let wanted = false;
  let timer = 0;
  const wakeSoon = () => {
    wanted = true;
    clearTimeout(timer);
    timer = setTimeout(() => void wake(), PAUSE_MS);
  };
  // Nobody answers while something runs: what was typed meanwhile has waited.
  runner.followIdle(() => {
    if (!wanted) return;
    void wake();
    void checking.check();
  });
  const wakeInPause = EditorView.updateListener.of(({ docChanged }) => void (docChanged && wakeSoon()));
  const extensions = [
    createCompleting({ ask, wake: () => void wake(), draw }),
    createCallHelp(ask),
    createNameHelp(ask, showHelp),
    checking.extension,
    wakeInPause,
  ];
  void addStyle("typing-help");
  view.dispatch({ effects: StateEffect.appendConfig.of(extensions) });
  if (isTyped) wakeSoon();
}
