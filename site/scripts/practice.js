/** How many runs each day had: a small record of its own, since the history itself is thinned. */

import { dayAt, dayOf, isDay, numberOf } from "./calendar.js";

/** @import { Store } from "./store.js" */
/** @typedef {Record<string, number>} Days runs by day */
/** @typedef {{ at: number, state: string }} Ran */

const KIND = "practice";
const NAME = "days";

/** @param {Store} store */
export function createPractice(store) {
  const read = () => readRecord(store.read(KIND, NAME));
  const write = (/** @type {ReturnType<typeof read>} */ record) => store.write(KIND, NAME, JSON.stringify(record));
  return {
    /** @returns {Days} */
    days: () => read().days,
    /** Whether the runs from before there was this record are in it. */
    isWhole: () => read().whole,
    /** Count a run. @param {number} at */
    add(at) {
      const { days, whole } = read();
      const day = dayOf(at);
      write({ days: { ...days, [day]: (days[day] ?? 0) + 1 }, whole });
    },
    /** The record with what the history and another browser tell: no day has fewer runs than any of them says.
     * What is joined adds no day beside one that a record has: elsewhere, by the hours, a run is on the day before or after.
     * @param {Ran[]} own all of the history here @param {Days} [others] @param {Ran[]} [joined] both histories */
    raised(own, others, joined = own) {
      const { days, whole } = read();
      const told = [days, others ?? {}, whole ? {} : countRuns(own)].reduce(greater);
      const hasRecords = !others || Object.keys(others).length > 0;
      const isBeside = (/** @type {string} */ day) => [-1, 1].some((step) => Object.hasOwn(told, dayAt(numberOf(day) + step)));
      const counted = Object.entries(countRuns(joined)).filter(([day]) => !hasRecords || day in told || !isBeside(day));
      return { kind: KIND, slug: NAME, value: { days: greater(told, Object.fromEntries(counted)), whole: true } };
    },
  };
}

/** @param {Ran[]} runs */
function countRuns(runs) {
  /** @type {Days} */
  const days = {};
  for (const { at, state } of runs) {
    const day = dayOf(at);
    if (state !== "set-aside" && isDay(day)) days[day] = (days[day] ?? 0) + 1;
  }
  return days;
}

/** @param {Days} mine @param {Days} theirs @returns {Days} */
function greater(mine, theirs) {
  const both = { ...mine, ...theirs };
  return Object.fromEntries(Object.keys(both).sort().map((day) => [day, Math.max(mine[day] ?? 0, theirs[day] ?? 0)]));
}

/** @param {string | null} text @returns {{ days: Days, whole: boolean }} */
function readRecord(text) {
  try {
    const { days, whole } = JSON.parse(text ?? "{}") ?? {};
    const sound = Object.entries(days ?? {}).filter(([day, count]) => isDay(day) && Number.isInteger(count) && count > 0);
    return { days: Object.fromEntries(sound), whole: whole === true };
  } catch {
    return { days: {}, whole: false }; // another program wrote this key: the history will tell
  }
}
