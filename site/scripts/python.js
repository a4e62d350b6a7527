/** Starts Python once the page is painted, while its other scripts still come. */

import { unseal } from "./bundle.js";
import "./embed-mode.js";
import { firstPaint } from "./paint.js";
import { createRunner } from "./runner.js";

/** @import { PageData, RuntimeStatus } from "./contracts.js" */

/** @type {PageData} */
export const data = JSON.parse(document.getElementById("page-data")?.textContent ?? "");
/** What the bundle hides, or null where it cannot be opened. */
export const sealed = unseal(data.bundle.sealed).catch(() => null);
/** The grader's problem, or null. */
export const problem = async () => (await sealed)?.problem ?? null;

/** @type {RuntimeStatus | null} */
let latest = null;
/** @type {(status: RuntimeStatus) => void} */
let listener = () => {};

export const runner = createRunner({
  runtime: data.runtime,
  problem,
  onStatus(status) {
    latest = status;
    listener(status);
  },
});

/**
 * Hear of the runtime from now on, and first how far it is.
 *
 * @param {(status: RuntimeStatus) => void} onStatus
 */
export function follow(onStatus) {
  listener = onStatus;
  if (latest !== null) onStatus(latest);
}

void firstPaint().then(runner.start);
