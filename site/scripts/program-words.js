/** Says how a program ended in one line. */

import { NO_PLOTS } from "./interrupted.js";

/** @import { ProgramOutcome } from "./contracts.js" */

/** @param {ProgramOutcome} outcome */
export function endsWell({ state }) {
  return state === "finished" || state === "exited" || state === "stopped";
}

/** @param {ProgramOutcome} outcome @returns {string} */
export function sayEnd({ state, fault }) {
  const place = fault?.line ? ` in ${fault.file === "scratch" ? "scratch, " : ""}line ${fault.line}` : "";
  switch (state) {
    case "finished":
      return "Your code ran to its end";
    case "exited":
      return "Your code ended itself";
    case "raised":
      return `Your code raised ${fault?.error?.type ?? "an exception"}${place}`;
    case "syntax-error":
      return `Not run: syntax error${place}`;
    case "time-limit":
      return "Ended by the time limit";
    case "crashed":
      return fault?.error?.type === NO_PLOTS ? "Not run: Matplotlib could not be loaded" : "Python crashed";
    case "stopped":
      return "You stopped the run";
  }
}
