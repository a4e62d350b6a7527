/** Goes back to the starter code, and offers the way back. */

/**
 * @typedef {object} ResetOptions
 * @property {HTMLElement} button
 * @property {() => Promise<boolean>} confirmed
 * @property {{ code: () => string, replace: (code: string) => void }} editor
 * @property {string} starter
 * @property {(text: string, undo: { label: string, run: () => void }) => void} offer
 */

/** @param {ResetOptions} options */
export function createReset({ button, confirmed, editor, starter, offer }) {
  button.addEventListener("click", async () => {
    if (!(await confirmed())) return;
    const before = editor.code();
    editor.replace(starter);
    offer("The editor is back to the starter code.", { label: "Undo reset", run: () => editor.replace(before) });
  });
}
