/** Everything that a browser keeps, as one file: made for one, and read from one with every doubt. */

import { isDay } from "./calendar.js";

/** @typedef {{ code: string, saved: number }} Draft */
/** @typedef {{ at: number, versions?: string[], unaided?: boolean }} Mark */
/** @typedef {Record<string, number>} Moments when help was first opened, by its kind */
/** @typedef {Omit<import("./runs.js").Run, "code"> & { code: string }} PlainRun */
/**
 * Older files have no `scratch`, `input`, `help` or `practice`, which is how many runs each day had.
 * @typedef {{ drafts: Record<string, Draft>, scratch: Record<string, Draft>, input: Record<string, Draft>,
 *   solved: Record<string, Mark>, help: Record<string, Moments>, practice: Record<string, number>,
 *   runs: PlainRun[] }} Work
 */

const KIND = "work";
const FORMAT = 1;
const MOST_BYTES = 64_000_000;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const MOST_LETTERS = 1_000_000;
const MOST_VERSIONS = 1000;
const LAST_MOMENT = 8.64e15;

/** Says in words for a learner why a file cannot be imported. */
export class FileFault extends Error {}

/** Describe all but what is damaged, for which the whole file would be refused. @param {Work} work */
export const describeWork = (work) => ({
  ...{ scratchwork: KIND, format: FORMAT, saved: new Date().toISOString(), practice: work.practice },
  ...{ drafts: sound(work.drafts, isDraft), scratch: sound(work.scratch, isDraft), input: sound(work.input, isDraft) },
  ...{ solved: sound(work.solved, isMark), help: sound(work.help, isHelp), runs: work.runs.filter(isRun) },
});

/** @template T @param {Record<string, T>} found @param {(one: any) => boolean} fits @returns {Record<string, T>} */
const sound = (found, fits) => Object.fromEntries(Object.entries(found).filter(([slug, one]) => isSlug(slug) && fits(one)));

/** @param {Blob} file @returns {Promise<Work>} rejects with a FileFault */
export async function readWork(file) {
  if (file.size > MOST_BYTES) throw new FileFault("it is larger than any export of this site can be");
  const text = await file.text().catch(() => {
    throw new FileFault("it could not be read");
  });
  const data = parse(text);
  if (data?.scratchwork === "result") throw new FileFault("it is a result file to hand in, not an export");
  if (data?.scratchwork !== KIND) throw new FileFault("it is not an export of this site");
  if (!isCount(data.format) || data.format < 1) throw new FileFault("it does not say which format it has");
  if (data.format > FORMAT) throw new FileFault("it was made by a newer version of this site");
  return {
    drafts: readAll(data.drafts, "drafts", isDraft),
    scratch: readAll(data.scratch ?? {}, "scratch", isDraft),
    input: readAll(data.input ?? {}, "input", isDraft),
    solved: readAll(data.solved, "solved", isMark),
    help: readAll(data.help ?? {}, "help", isHelp),
    practice: readDays(data.practice ?? {}),
    runs: readRuns(data.runs),
  };
}

/** @param {string} text @returns {any} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new FileFault("it is damaged, cut off, or no export at all");
  }
}

/**
 * @template T
 * @param {any} found @param {string} name @param {(one: any) => one is T} fits
 * @returns {Record<string, T>}
 */
function readAll(found, name, fits) {
  if (!isRecord(found)) throw new FileFault(`its "${name}" are damaged`);
  for (const [slug, one] of Object.entries(found)) {
    if (!isSlug(slug) || !fits(one)) throw new FileFault(`its "${name}" of ${JSON.stringify(slug.slice(0, 60))} are damaged`);
  }
  return found;
}

/** @param {any} found @returns {Record<string, number>} */
function readDays(found) {
  const sound = isRecord(found) && Object.entries(found).every(([day, count]) => isDay(day) && isCount(count));
  if (!sound) throw new FileFault('its days of "practice" are damaged');
  return found;
}

/** @param {any} found @returns {PlainRun[]} */
function readRuns(found) {
  if (!Array.isArray(found)) throw new FileFault('its "runs" are damaged');
  const place = found.findIndex((run) => !isRun(run));
  if (place >= 0) throw new FileFault(`run ${place + 1} of ${found.length} in it is damaged`);
  return found.map(({ slug, at, state, part, passed, total, seconds, version, code }) => ({
    slug, at, state, ...(part && { part }), passed, total, seconds, version, code,
  }));
}

/** @param {any} one */
const isRecord = (one) => typeof one === "object" && one !== null && !Array.isArray(one);
/** @param {any} one */
const isCount = (one) => Number.isInteger(one) && one >= 0 && one <= LAST_MOMENT;
/** @param {any} one */
const isSlug = (one) => typeof one === "string" && SLUG.test(one);
/** @param {any} one */
const isWord = (one) => typeof one === "string" && one.length <= 60;
/** @param {any} one */
const isCode = (one) => typeof one === "string" && one.length <= MOST_LETTERS;
/** @param {any} one @returns {one is Draft} */
const isDraft = (one) => isRecord(one) && isCode(one.code) && isCount(one.saved);
/** @param {any} one */
const isWords = (one) => Array.isArray(one) && one.length <= MOST_VERSIONS && one.every(isWord);
/** @param {any} one @returns {one is Mark} */
const isMark = (one) => isRecord(one) && isCount(one.at) && (one.versions === undefined || isWords(one.versions)) &&
  (one.unaided === undefined || typeof one.unaided === "boolean");
/** @param {any} one @returns {one is Moments} */
const isHelp = (one) =>
  isRecord(one) && Object.entries(one).every(([kind, at]) => /^[a-z]{1,20}$/.test(kind) && isCount(at));
/** @param {any} one @returns {one is PlainRun} */
const isRun = (one) =>
  isRecord(one) && [undefined, "scratch", "input"].includes(one.part) && isSlug(one.slug) && isCode(one.code) && isWord(one.state) &&
  isWord(one.version) && [one.at, one.passed, one.total].every(isCount) && Number.isFinite(one.seconds) && one.seconds >= 0;
