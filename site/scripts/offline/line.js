/** Whether much should come over this line that nobody has asked for. */

const SLOW_MBITS = 10;

export function isLineSlow() {
  const { connection } = /** @type {{ connection?: { downlink?: number, saveData?: boolean } }} */ (navigator);
  return Boolean(connection?.saveData) || (connection?.downlink ?? SLOW_MBITS) < SLOW_MBITS;
}
