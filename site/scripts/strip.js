/** A strip of cells, one per hidden test, that fill as the tests finish. */

/** @param {HTMLElement} strip */
export function createStrip(strip) {
  /** @type {Map<string, HTMLElement>} */
  const cells = new Map();
  return {
    /** @param {string[]} ids */
    expect(ids) {
      cells.clear();
      for (const id of ids) {
        const cell = document.createElement("i");
        cell.dataset.outcome = "not-run";
        cells.set(id, cell);
      }
      strip.replaceChildren(...cells.values());
    },
    /** @param {string} id @param {string} outcome */
    fill(id, outcome) {
      const cell = cells.get(id);
      if (cell) cell.dataset.outcome = outcome;
    },
  };
}
