/** What was expected and what came, side by side, with the places marked in which they differ. */

import { showLists, showTable, widthOf } from "./cells.js";
import { make } from "./element.js";
import { showFirst } from "./first-mark.js";
import { markTexts } from "./text-marks.js";

/** @import { Table, Value } from "./contracts.js" */
/** @typedef {{ term: string, note: Node | string, content: HTMLElement, broad: boolean }} Shown */

/** So many letters fit beside as many. */
const HALF = 38;

/**
 * @param {import("./blocks.js").Block} block
 * @param {Value | null} expected @param {Value | null} got
 * @returns {Shown[]}
 */
export function showValues(block, expected, got) {
  if (!expected || !got) {
    return [...(expected ? [alone(block, "Expected", expected)] : []), ...(got ? [alone(block, "Got", got)] : [])];
  }
  if (areLists(expected, got)) return [showBoth(expected, got)];
  const [left, right] = markTexts(expected.text, got.text);
  const broad = [expected, got].some(({ table }) => table && widthOf(table) > HALF);
  const content = (/** @type {string} */ term, /** @type {Value} */ { table, shape }, /** @type {DocumentFragment} */ text) =>
    table ? showTable(term, table, shape?.length === 1) : showFirst(block(term, text));
  return [
    { term: "Expected", note: noteOf(expected, got), content: content("Expected", expected, left), broad },
    { term: "Got", note: noteOf(got, expected), content: content("Got", got, right), broad },
  ];
}

/** @param {import("./blocks.js").Block} block @param {string} term @param {Value} value @returns {Shown} */
function alone(block, term, value) {
  return { term, note: noteOf(value, value), content: block(term, value.text), broad: true };
}

/** @param {Value} expected @param {Value} got @returns {Shown} */
function showBoth(expected, got) {
  const tables = [expected, got].flatMap(({ table }) => (table ? [table] : []));
  const same = wordsOf(expected) === wordsOf(got);
  const note = same ? wordsOf(got) : `${wordsOf(expected)}; got ${wordsOf(got)}`;
  return { term: "Expected and got", note, content: showLists(["Expected", "Got"], tables), broad: true };
}

/** Do both have one axis and the same length? @param {Value} expected @param {Value} got */
function areLists(expected, got) {
  const [left, right] = [expected.table, got.table];
  const flat = (/** @type {Table | null} */ table) => table?.rows.length === 1 && table.plane.length === 0;
  const oneAxis = [expected, got].every(({ shape }) => shape === null || shape.length === 1);
  return oneAxis && flat(left) && flat(right) && String(left?.columns) === String(right?.columns) && isMarked(right);
}

/** @param {Table | null} table */
const isMarked = (table) => Boolean(table?.differing.length);

/** @param {Value} value */
function wordsOf({ type, shape, dtype }) {
  return [type, shape && shapeWords(shape), dtype].filter(Boolean).join(" · ");
}

/** @param {number[]} shape */
const shapeWords = (shape) => `shape (${shape.length === 1 ? `${shape[0]},` : shape.join(", ")})`;

/** The value's type, shape and dtype; a shape is marked where it is not the other's.
 * @param {Value} value @param {Value} other */
function noteOf(value, other) {
  const { shape } = value;
  if (!shape || !other.shape || String(shape) === String(other.shape)) return wordsOf(value);
  const note = document.createDocumentFragment();
  note.append(`${value.type} · `, make("mark", {}, shapeWords(shape)), ` · ${value.dtype}`);
  return note;
}
