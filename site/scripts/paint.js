/** Waits until there is something to read: until then, all of the line and the processor is for that. */

// A browser may keep to itself when it paints.
const LONGEST_MS = 5_000;

/** Something has been painted. */
export function firstPaint() {
  return seen((resolve) => new PerformanceObserver(resolve).observe({ type: "paint", buffered: true }));
}

/** All that is there now has been painted. */
export function nextPaint() {
  return seen((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** A hidden page is not painted. @param {(resolve: () => void) => void} wait @returns {Promise<void>} */
function seen(wait) {
  return new Promise((resolve) => {
    if (document.visibilityState === "hidden") return resolve();
    wait(resolve);
    setTimeout(resolve, LONGEST_MS);
  });
}
