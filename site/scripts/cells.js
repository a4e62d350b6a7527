/** Arrays as small tables: numbers aligned at their points, what is left out shown as gaps, what differs marked. */

import { make } from "./element.js";
import { showFirst } from "./first-mark.js";
import { keepInReach } from "./reach.js";

/** @import { Table } from "./contracts.js" */

const GAP = "⋯";

/** How many letters a table's columns take together. @param {Table} table */
export function widthOf({ cells }) {
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  return widths.reduce((sum, width) => sum + width + 2, 0);
}

/** Two lists of one length below each other. @param {string[]} titles @param {Table[]} tables */
export function showLists(titles, tables) {
  const rows = tables.map(({ cells }) => cells[0]);
  const marks = tables.map(({ differing }) => differing.map(([, column]) => column));
  return frame("Expected and got", tables[0].columns, (aligned) =>
    aligned(rows).map((row, place) => ({ title: titles[place], index: place, row, marks: marks[place], first: 0 })),
  );
}

/** One table, of one or more axes. @param {string} label @param {Table} table @param {boolean} oneAxis */
export function showTable(label, { plane, rows, columns, cells, differing }, oneAxis) {
  const table = frame(label, columns, (aligned) =>
    aligned(cells).map((row, place) => ({
      title: oneAxis ? "" : String(rows[place]),
      index: rows[place],
      row,
      marks: differing.filter(([at]) => at === place).map(([, column]) => column),
      first: differing[0]?.[0] === place ? 0 : -1,
    })),
  );
  if (plane.length) table.prepend(make("p", { class: "cells-plane" }, `at [${plane.join(", ")}, :, :]`));
  return table;
}

/**
 * `index` is the row's own in its axis, `marks` are places in `row`; `first` is that of the first mark, or -1.
 * @typedef {{ title: string, index: number, row: string[], marks: number[], first: number }} Row
 * @param {string} label @param {number[]} columns
 * @param {(aligned: (cells: string[][]) => string[][]) => Row[]} rowsFrom
 */
function frame(label, columns, rowsFrom) {
  const heads = columns.flatMap((index, place) => [
    ...gapBefore(columns, place, "th"),
    make("th", { scope: "col" }, String(index)),
  ]);
  const rows = rowsFrom(alignColumns);
  const indices = rows.map(({ index }) => index);
  const lines = rows.flatMap((row, place) => [
    ...(isGap(indices, place) ? [makeGapLine(heads.length + 1)] : []),
    makeLine(row, columns),
  ]);
  const head = make("thead", {}, make("tr", {}, make("td"), ...heads));
  const table = make("table", { class: "cells" }, head, make("tbody", {}, ...lines));
  const shown = make("div", { class: "cells-frame", role: "group", "aria-label": label }, table);
  return keepInReach(showFirst(shown));
}

/** @param {Row} row @param {number[]} columns */
function makeLine({ title, row, marks, first }, columns) {
  const cells = row.flatMap((text, place) => {
    const marked = marks.includes(place);
    const [solid, pad] = [text.trimEnd(), text.slice(text.trimEnd().length)];
    const cell = make("td", {}, marked ? make("mark", {}, solid) : solid, pad);
    if (marked && marks[first] === place) cell.dataset.first = "";
    return [...gapBefore(columns, place, "td"), cell];
  });
  return make("tr", {}, title ? make("th", { scope: "row" }, title) : make("td"), ...cells);
}

/** @param {number} width */
const makeGapLine = (width) => make("tr", { class: "cells-gap" }, make("td", { colspan: String(width) }, "⋮"));

/** @param {number[]} indices @param {number} place @param {"th" | "td"} tag */
const gapBefore = (indices, place, tag) => (isGap(indices, place) ? [make(tag, { class: "cells-gap" }, GAP)] : []);

/** @param {number[]} indices @param {number} place */
const isGap = (indices, place) => place > 0 && indices[place] > indices[place - 1] + 1;

/** Pad the numbers of each column so that their points stand below each other. @param {string[][]} cells */
function alignColumns(cells) {
  const tails = cells[0].map((_, column) => Math.max(...cells.map((row) => tailOf(row[column]))));
  return cells.map((row) => row.map((text, column) => text + " ".repeat(isNumber(text) ? tails[column] - tailOf(text) : 0)));
}

/** @param {string} text */
const isNumber = (text) => /^-?\d/.test(text);

/** How many letters follow a number's last whole digit. @param {string} text */
const tailOf = (text) => text.replace(/^-?\d+/, "").length * Number(isNumber(text));
