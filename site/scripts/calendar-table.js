/** The days of practice as a table: a column for each week, a row for each day of the week. */

import { DAY_MS, numberOf, weeksUpTo } from "./calendar.js";
import { make } from "./element.js";

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/** So many runs and more are the next shade. */
const SHADES = [1, 3, 6, 10];
/** A month's name is wider than its first weeks are where these are too few. */
const ROOM = 3;

/** @param {Record<string, number>} days runs by day @param {string} today @param {number} count of weeks */
export function makeCalendar(days, today, count) {
  const weeks = weeksUpTo(today, count);
  const practised = weeks.flat().filter((day) => days[day]).length;
  const caption = make("caption", {}, `${practised === 1 ? "1 day" : `${practised} days`} of practice in ${count} weeks`);
  const head = make("thead", {}, make("tr", {}, make("td", {}), ...weeks.map(weekHead)));
  const rows = DAYS.map((name, place) =>
    make(
      "tr",
      {},
      make("th", { scope: "row" }, make("span", { class: place % 2 ? "unseen" : "" }, make("abbr", { title: name }, name.slice(0, 3)))),
      ...weeks.map((week) => dayCell(week[place], days[week[place]] ?? 0)),
    ),
  );
  const table = make("table", { class: "days" }, caption, head, make("tbody", {}, ...rows));
  return make("div", { class: "days-frame" }, table, legend());
}

/** A week is named by its first day; a month is shown above its first week. @param {string[]} week @param {number} place @param {string[][]} weeks */
function weekHead(week, place, weeks) {
  const month = write(week[0], { month: "short" });
  const begins = place === 0 || month !== write(weeks[place - 1][0], { month: "short" });
  const room = place + ROOM <= weeks.length && weeks[Math.min(place + ROOM - 1, weeks.length - 1)][0].slice(0, 7) === week[0].slice(0, 7);
  const shown = make("span", { "aria-hidden": "true", class: "days-month" }, begins && room ? month : "");
  return make("th", { scope: "col" }, shown, make("span", { class: "unseen" }, `Week of ${write(week[0], { day: "numeric", month: "long" })}`));
}

/** @param {string | undefined} day @param {number} runs */
function dayCell(day, runs) {
  if (day === undefined) return make("td", { class: "days-none" });
  const words = `${write(day, { day: "numeric", month: "short" })}: ${runs === 0 ? "no run" : runs === 1 ? "1 run" : `${runs} runs`}`;
  const shade = SHADES.filter((least) => runs >= least).length;
  return make("td", {}, make("span", { class: "day", "data-shade": String(shade), title: words }, make("span", { class: "unseen" }, words)));
}

function legend() {
  const shades = [0, ...SHADES.map((_, place) => place + 1)].map((shade) => make("span", { class: "day", "data-shade": String(shade) }));
  return make("p", { class: "days-legend", "aria-hidden": "true" }, "Fewer runs", ...shades, "more");
}

/** @param {string} day @param {Intl.DateTimeFormatOptions} parts */
const write = (day, parts) => new Date(numberOf(day) * DAY_MS).toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
