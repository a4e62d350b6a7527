/** Says what a kept run was: when, and what it came to. */

/** @import { Run } from "./runs.js" */

const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayAndYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });

/** @type {Record<string, string>} */
const STATES = {
  "syntax-error": "Syntax error",
  "import-error": "Import error",
  "time-limit": "Time limit",
  crashed: "Python crashed",
  stopped: "Stopped",
  "broken-problem": "Problem was broken",
  "set-aside": "Replaced, not run",
};

/** What was replaced elsewhere than in the editor. */
const PARTS = { scratch: "Scratch, replaced", input: "Input, replaced" };

/** @param {Run} run */
export function sayRun({ state, part, passed, total }) {
  const words = Object.hasOwn(STATES, state) ? STATES[state] : `${passed} of ${total} passed`;
  return (part && PARTS[part]) ?? words;
}

/** @param {Run} run @returns {"good" | "bad" | "calm"} */
export function toneOf({ state, passed, total }) {
  if (state === "set-aside" || state === "stopped") return "calm";
  return state === "graded" && total > 0 && passed === total ? "good" : "bad";
}

/** @param {number} at */
export const sayTime = (at) => time.format(at);

/** @param {number} at @param {Date} [now] */
export function sayDay(at, now = new Date()) {
  const then = new Date(at);
  const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return "Today";
  if (days === 1) return "Yesterday";
  return (then.getFullYear() === now.getFullYear() ? day : dayAndYear).format(at);
}

/** The day and the time, within a sentence. @param {number} at */
export function sayMoment(at) {
  const words = sayDay(at);
  return `${/day$/.test(words) ? words.toLowerCase() : words}, ${sayTime(at)}`;
}
