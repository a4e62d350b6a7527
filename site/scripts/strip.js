/** A strip of cells, one per hidden test, that fill as the tests finish. */

/** @param {HTMLElement} strip */
export function createStrip(strip) {
  /** @type {Map<string, HTMLElement>} */
  const cells = new Map();
  return {
    size: () => cells.size,
    /** It speaks of tests only. @param {boolean} shown */
    show: (shown) => (strip.hidden = !shown),
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
    /** Empty these; the others are of the run before. @param {string[]} ids */
    again(ids) {
      for (const [id, cell] of cells) {
        cell.toggleAttribute("data-stale", !ids.includes(id));
        if (ids.includes(id)) cell.dataset.outcome = "not-run";
      }
    },
    /** @param {string} id @param {string} outcome */
    fill(id, outcome) {
      const cell = cells.get(id);
      if (cell) cell.dataset.outcome = outcome;
    },
  };
}
