/** Asks a question in a dialog of the page. */

/**
 * Make the function that opens the dialog; its buttons carry the answer as their value.
 * @param {HTMLDialogElement} dialog
 * @returns {() => Promise<boolean>} whether the answer was "yes"
 */
export function createConfirm(dialog) {
  dialog.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button) dialog.close(button.value);
  });
  return () => {
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  };
}
