/** Days as the learner's own calendar names them: a day is a text like "2026-11-22", whatever the hours in it. */

export const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d$/;
const WEEK = 7;
/** 1970-01-01 was a Thursday, and weeks begin on Monday. */
const FROM_MONDAY = 3;
/** Days from one day of practice to the next, in a streak: so one day may be missing. */
const STRIDE = 2;
/** A traveller's days may be ahead of the calendar here by one; what is later is a clock that was wrong. */
const AHEAD = 1;

/** The day of a moment, where the learner is now. @param {number} at milliseconds since 1970 */
export function dayOf(at) {
  const moment = new Date(at);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${String(moment.getFullYear()).padStart(4, "0")}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

/** How many days after 1970-01-01: without hours, so that none is lost or doubled. @param {string} day */
export const numberOf = (day) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** @param {number} number */
export const dayAt = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Whether the calendar has such a day. @param {any} text */
export const isDay = (text) =>
  typeof text === "string" && DAY.test(text) && Number.isFinite(numberOf(text)) && dayAt(numberOf(text)) === text;

/**
 * The streak that goes on today: how many days were practised, each at most one day's pause after the one before.
 * @param {string[]} days @param {string} today
 */
export function streakOf(days, today) {
  const now = numberOf(today);
  const numbers = days.map(numberOf).filter((number) => number <= now + AHEAD).sort((one, two) => two - one);
  let length = 0;
  for (let next = now; length < numbers.length && next - numbers[length] <= STRIDE; length += 1) next = numbers[length];
  return length;
}

/**
 * The last weeks, each from Monday on; the last one ends today.
 * @param {string} today @param {number} count
 * @returns {string[][]}
 */
export function weeksUpTo(today, count) {
  const last = numberOf(today);
  const monday = last - ((last + FROM_MONDAY) % WEEK);
  return Array.from({ length: count }, (_, place) => {
    const start = monday - (count - 1 - place) * WEEK;
    return Array.from({ length: Math.min(WEEK, last - start + 1) }, (_, day) => dayAt(start + day));
  });
}
