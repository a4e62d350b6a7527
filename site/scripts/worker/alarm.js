/** An alarm that interrupts Python, without shared memory: Python asks a getter what time it is. */

const SIGINT = 2;

/**
 * @param {any} python Pyodide
 * @returns {(seconds: number) => void} sets the alarm, once; 0 cancels
 */
export function createAlarm(python) {
  let due = Infinity;
  const buffer = {
    get 0() {
      if (performance.now() < due) return 0;
      due = Infinity;
      return SIGINT;
    },
    set 0(_) {}, // Pyodide clears what it has read
  };
  python.setInterruptBuffer(buffer);
  return (seconds) => {
    due = seconds > 0 ? performance.now() + seconds * 1000 : Infinity;
  };
}
