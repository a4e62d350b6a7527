/** Brings the help for typing once the learner turns to the editor: nothing of it is needed before. */

/** @param {{ view: import("./vendor/codemirror.js").EditorView, runner: Parameters<typeof import("./typing-help.js").createTypingHelp>[1] }} options */
export function startTypingHelp({ view, runner }) {
  const bring = async () => {
    const { doc } = view.state;
    const { createTypingHelp } = await import("./typing-help.js");
    createTypingHelp(view, runner, view.state.doc !== doc);
  };
  const onFocus = () => void bring().catch(() => view.dom.addEventListener("focusin", onFocus, { once: true }));
  view.dom.addEventListener("focusin", onFocus, { once: true });
  if (view.hasFocus) onFocus();
}
