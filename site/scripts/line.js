/** How much may come over this line that nobody has asked for. */

// A restore downloads more and pays from about 20 Mbit/s; browsers report 10 for all that is faster.
const SLOW_MBITS = 10;

/** Whether the browser takes the line for a slow one. */
export function isLineSlow() {
  return (facts()?.downlink ?? SLOW_MBITS) < SLOW_MBITS;
}

/** Whether only what is needed now should come: the line is slow, or the visitor wants to save data. */
export function isSparing() {
  return Boolean(facts()?.saveData) || isLineSlow();
}

function facts() {
  return /** @type {{ connection?: { downlink?: number, saveData?: boolean } }} */ (navigator).connection;
}
