/** How far a series is: a bar, in words, and the step to go on with. */

import { make } from "./element.js";

/** @import { State } from "./progress.js" */
/** @typedef {{ slug: string, title: string, url: string }} Step */

/** @param {Element} series @param {(slug: string) => State} stateOf */
export function showSeriesProgress(series, stateOf) {
  const place = series.querySelector("[data-going]");
  if (!(place instanceof HTMLElement)) return;
  const steps = place.dataset.going ? parseSteps(place.dataset.going) : listSteps(series);
  const states = steps.map(({ slug }) => stateOf(slug));
  const next = steps.find((_, at) => !isSolved(states[at]));
  const touched = states.some((state) => state !== "untouched");
  place.hidden = steps.length === 0 || (!touched && !("fresh" in place.dataset));
  if (place.hidden) return;
  const count = states.filter(isSolved).length;
  const words = `${count} of ${steps.length} solved here`;
  const bar = make("progress", { class: "going-bar", max: String(steps.length), value: String(count), "aria-label": words });
  place.replaceChildren(make("p", { class: "going-line" }, bar, make("span", { class: "tally" }, words)));
  if (next) place.append(make("a", { class: "going-next", href: next.url }, touched ? "Continue: " : "Start: ", next.title));
}

/** @param {State} state */
const isSolved = (state) => state === "solved" || state === "unaided";

/** The steps of a page that shows them. @param {Element} series @returns {Step[]} */
function listSteps(series) {
  return [...series.querySelectorAll("li:has([data-solved])")].map((step) => {
    const link = step.querySelector("a");
    const slug = step.querySelector("[data-solved]")?.getAttribute("data-solved") ?? "";
    return { slug, title: link?.textContent ?? "", url: link?.getAttribute("href") ?? "" };
  });
}

/** @param {string} text what a page says that has too many steps to show them @returns {Step[]} */
const parseSteps = (text) =>
  JSON.parse(text).map((/** @type {[string, string, string]} */ [slug, title, url]) => ({ slug, title, url }));
