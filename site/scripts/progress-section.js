/** The catalogue's section on the learner's progress: the streak, some numbers, and the days of practice. */

import { addStyle } from "./added-style.js";
import { dayOf, streakOf } from "./calendar.js";
import { makeCalendar } from "./calendar-table.js";
import { make } from "./element.js";
import { createPractice } from "./practice.js";
import { openRuns } from "./runs.js";

/** @import { State } from "./progress.js" */
/** @import { Store } from "./store.js" */

const WEEKS = 26;
const RULE =
  "A streak counts the days on which you ran tests. One day’s pause does not end it; two days in a row do.";
const BLOCKED =
  "This browser keeps nothing for this site: no drafts, no marks and no days. What you do lasts as long as a problem’s page.";
const KEPT = "Worked out from what this browser keeps. Nothing is sent anywhere.";

/**
 * @typedef {object} SectionOptions
 * @property {HTMLElement} area
 * @property {string} site
 * @property {Store} store
 * @property {() => Map<string, State>} survey
 */

/** Fill the section, or hide it where there is nothing yet. @param {SectionOptions} options */
export async function showProgress({ area, site, store, survey }) {
  await addStyle("progress");
  const practice = createPractice(store);
  const paint = () => {
    const states = [...survey().values()];
    const days = practice.days();
    area.hidden = states.length === 0 && Object.keys(days).length === 0 && !store.isBlocked();
    const title = make("h2", { id: "yours-title" }, "Your progress");
    area.replaceChildren(title, store.isBlocked() ? make("p", { class: "yours-none" }, BLOCKED) : describe(states, days));
  };
  paint();
  if (area.hidden || store.isBlocked() || practice.isWhole()) return;
  await learnFromHistory(practice, { site, store });
  paint();
}

/** Count once what was run before days were counted. @param {ReturnType<typeof createPractice>} practice @param {{ site: string, store: Store }} options */
async function learnFromHistory(practice, { site, store }) {
  let troubled = false;
  const runs = await openRuns({ site, onTrouble: () => (troubled = true) }).list();
  if (troubled) return;
  const { kind, slug, value } = practice.raised(runs);
  store.write(kind, slug, JSON.stringify(value));
}

/** @param {State[]} states @param {Record<string, number>} days */
function describe(states, days) {
  const today = dayOf(Date.now());
  const count = (/** @type {State[]} */ ...wanted) => states.filter((state) => wanted.includes(state)).length;
  const practised = Object.keys(days).length;
  const facts = make(
    "dl",
    { class: "yours-facts" },
    fact("Streak", countDays(streakOf(Object.keys(days), today))),
    fact("Practised", countDays(practised)),
    fact("Solved", String(count("solved", "unaided"))),
    fact("Without help", String(count("unaided"))),
    fact("Started", String(count("started"))),
  );
  const words = make("div", { class: "yours-words" }, facts, make("p", {}, RULE), make("p", {}, KEPT));
  return make("div", { class: "yours-body" }, words, makeCalendar(days, today, WEEKS));
}

/** @param {string} term @param {string} text */
function fact(term, text) {
  return make("div", {}, make("dt", {}, term), make("dd", {}, text));
}

/** @param {number} count */
const countDays = (count) => `${count} ${count === 1 ? "day" : "days"}`;
