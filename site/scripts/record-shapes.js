/** What this version of the site writes, and can read whole; what else stands under its keys is another's. */

/** @typedef {(one: any) => boolean} Fits */

/** @type {(one: any) => one is Record<string, any>} */
const isRecord = (one) => typeof one === "object" && one !== null && !Array.isArray(one);
/** @type {Fits} */
const isText = (one) => typeof one === "string";
/** @type {Fits} */
const isNumber = (one) => typeof one === "number";
/** @type {Fits} */
const isFlag = (one) => typeof one === "boolean";
/** @type {Fits} */
const isTexts = (one) => Array.isArray(one) && one.every(isText);
/** @type {Fits} */
const isNumbers = (one) => isRecord(one) && Object.values(one).every(isNumber);
/** No more than these fields; one that is missing is from before there was such a field.
 * @param {Record<string, Fits>} fields @returns {Fits} */
const hasOnly = (fields) => (one) =>
  isRecord(one) && Object.keys(one).every((name) => Object.hasOwn(fields, name) && fields[name](one[name]));

const isRun = hasOnly({
  ...{ slug: isText, at: isNumber, state: isText, part: isText, version: isText, code: isText },
  ...{ passed: isNumber, total: isNumber, seconds: isNumber },
});
const isDraft = hasOnly({ code: isText, saved: isNumber });
/** @type {Fits} */
const isOldText = (one) => !isRecord(one) || isDraft(one);
/** Kinds that were once kept as they are typed. */
const OLD_TEXTS = ["scratch", "input"];

/** By the kind of a key. @type {Record<string, Fits>} */
const SHAPES = {
  draft: isDraft,
  scratch: isOldText,
  input: isOldText,
  started: hasOnly({ draft: isFlag, run: isFlag }),
  solved: hasOnly({ at: isNumber, versions: isTexts, unaided: isFlag }),
  practice: hasOnly({ days: isNumbers, whole: isFlag }),
  help: isNumbers,
  hints: isNumber,
  stuck: isTexts,
  "code-size": isNumber,
  pending: (one) => Array.isArray(one) && one.every(isRun),
};

/** Whether nothing is lost where this is read and written again. @param {string} kind @param {string} text */
export function isReadable(kind, text) {
  const fits = SHAPES[kind];
  if (!fits) return true;
  try {
    return fits(JSON.parse(text));
  } catch {
    return OLD_TEXTS.includes(kind);
  }
}
