/** The status of the runtime and of the run: in words, as progress, and as `data-runtime`. */

/** @import { RuntimeStatus } from "./contracts.js" */

/**
 * @typedef {object} StatusOptions
 * @property {HTMLElement} html carries `data-runtime`
 * @property {HTMLElement} bar carries `data-tone`
 * @property {HTMLElement} line the live region: few and whole sentences
 * @property {HTMLElement} detail what changes too often to be announced
 * @property {HTMLProgressElement} progress
 * @property {HTMLElement} retry
 * @property {() => void} onRetry load the runtime again
 */

/** @param {StatusOptions} options */
export function createStatus({ html, bar, line, detail, progress, retry, onRetry }) {
  /** @type {"idle" | "loading" | "ready" | "failed"} */
  let boot = "idle";
  let running = false;
  /** What a run does, in words. */
  let doing = "";
  /** What the last run came to; a runtime that is still loading does not talk over it. */
  let verdict = { words: "", tone: "" };

  retry.addEventListener("click", onRetry);

  /** @param {string} words @param {string} tone */
  function say(words, tone) {
    if (line.textContent !== words) line.textContent = words;
    bar.dataset.tone = tone;
    html.dataset.runtime = running && boot === "ready" ? "running" : boot;
    retry.hidden = boot !== "failed";
  }

  /** @param {string} queued @param {string} words @param {string} tone */
  function sayUnlessOver(queued, words, tone) {
    if (running) say(queued, "busy");
    else say(verdict.words || words, verdict.tone || tone);
  }

  /** @param {string} words @param {number} done @param {number} total */
  function advance(words, done, total) {
    detail.textContent = words;
    progress.hidden = total === 0;
    progress.max = total || 1;
    progress.value = done;
  }

  /** @param {Extract<RuntimeStatus, { phase: "loading" }>} loading */
  function sayLoading({ name, step, received, total }) {
    if (boot === "ready" && !running) return;
    boot = "loading";
    const bytes = `${megabytes(received)} of ${megabytes(total)} MB`;
    advance(received < total ? bytes : step, received, total);
    sayUnlessOver(`Queued: starts when ${name} is ready`, "Loading Python", "busy");
    if (detail.textContent === line.textContent) detail.textContent = "";
  }

  function sayReady() {
    if (boot === "ready") return;
    boot = "ready";
    advance("", 0, 0);
    sayUnlessOver(doing, "Python is ready", "calm");
  }

  return {
    /** @param {RuntimeStatus} status */
    followRuntime(status) {
      if (status.phase === "loading") return sayLoading(status);
      if (status.phase === "ready") return sayReady();
      boot = "failed";
      advance("", 0, 0);
      say(`Python could not be loaded: ${status.message}`, "bad");
    },
    /** The learner has asked for a run. @param {string} words what it does */
    press(words) {
      running = true;
      doing = words;
      verdict = { words: "", tone: "" };
      if (boot === "ready") say(doing, "busy");
      else say("Queued: starts when Python is ready", "busy");
      if (boot === "failed") onRetry();
    },
    /** @param {number} done @param {number} total */
    count: (done, total) => advance(`Running: ${done} of ${total}`, done, total),
    /** @param {string} words @param {"good" | "bad" | "calm"} tone */
    conclude(words, tone) {
      running = false;
      verdict = { words, tone };
      if (boot === "ready") advance("", 0, 0);
      if (boot !== "failed") say(words, tone);
    },
  };
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
