/** Shows two pieces of code as a comparison, in one column or side by side. Loaded where one is wanted. */

import { addStyle } from "./added-style.js";
import { foldOf, groupRows, pairRows } from "./compare-rows.js";
import { make, makeButton } from "./element.js";
import { paintPython } from "./highlight.js";
import { cutLines, setLine } from "./painted-lines.js";

/** @import { Row } from "./compare-rows.js" */
/** @import { Piece } from "./painted-lines.js" */

/**
 * @typedef {{ left: string, right: string, titles: [left: string, right: string] }} Sides
 *   code, and in a few words what each of them is
 * @typedef {{ left: Piece[][], right: Piece[][] }} Painted
 * @typedef {"one" | "two"} View columns of code
 */

/** From this width on, in rem, both sides fit beside each other. */
const BROAD = 52;

/**
 * Show what leads from the left to the right, instead of what is in `parent`.
 * @param {HTMLElement} parent @param {Sides} sides
 */
export async function compare(parent, { left, right, titles }) {
  await addStyle("compare");
  const painted = { left: paintLines(left), right: paintLines(right) };
  const rows = pairRows(splitLines(left), splitLines(right));
  const broad = parent.clientWidth >= BROAD * parseFloat(getComputedStyle(document.documentElement).fontSize);
  /** @param {View} view */
  function show(view) {
    const other = view === "one" ? "two" : "one";
    const turn = makeButton(view === "one" ? "Side by side" : "In one column", "button-small button-quiet", () => {
      show(other);
      parent.querySelector("button")?.focus();
    });
    const head = make("div", { class: "compare-head" }, make("p", {}, countWords(rows)), turn);
    parent.replaceChildren(make("div", { class: "compare" }, head, makeTable(view, titles, rows, painted)));
  }
  show(broad ? "two" : "one");
}

/** What stands in the four columns of a table. */
const COLUMNS = { one: ["number", "number", "sign", "code"], two: ["number", "code", "number", "code"] };

/** @param {string} code */
const paintLines = (code) => cutLines(paintPython(code));

/** What ends a text's last line is no line of its own. @param {string} code */
const splitLines = (code) => code.replace(/\n$/, "").split("\n");

/** @param {Row[]} rows */
function countWords(rows) {
  const gone = rows.filter((row) => !row.equal && row.left >= 0).length;
  const come = rows.filter((row) => !row.equal && row.right >= 0).length;
  if (gone + come === 0) return "No difference";
  const lines = (/** @type {number} */ count) => (count === 1 ? "1 line" : `${count} lines`);
  return [come && `${lines(come)} added`, gone && `${lines(gone)} removed`].filter(Boolean).join(", ");
}

/** @param {View} view @param {[string, string]} titles @param {Row[]} rows @param {Painted} painted */
function makeTable(view, titles, rows, painted) {
  const makeRows = view === "one" ? makeStacked : makeBeside;
  const groups = groupRows(rows);
  const bodies = groups.flatMap((group, place) => {
    const [from, to] = foldOf(groups, place);
    const parts = [group.slice(0, from), group.slice(from, to), group.slice(to)];
    return parts.flatMap((part, number) => {
      if (part.length === 0) return [];
      const body = make("tbody", {}, ...makeRows(part, painted));
      return number === 1 ? [makeFold(body, part.length), body] : [body];
    });
  });
  const columns = make("colgroup", {}, ...COLUMNS[view].map((name) => make("col", { class: `compare-${name}` })));
  return make("table", { class: "compare-table", "data-view": view }, columns, makeHead(view, titles), ...bodies);
}

/** @param {View} view @param {[string, string]} titles */
function makeHead(view, [left, right]) {
  const [removed, added] = [make("span", { class: "compare-removed" }, left), make("span", { class: "compare-added" }, right)];
  const cells = view === "one" ? [make("th", { colspan: "4" }, removed, " ", added)] : [removed, added].map(makeTitle);
  return make("thead", {}, make("tr", {}, ...cells));
}

/** @param {HTMLElement} title */
const makeTitle = (title) => make("th", { colspan: "2", scope: "colgroup" }, title);

/** Hide a body behind a row that opens it. @param {HTMLElement} body @param {number} count */
function makeFold(body, count) {
  body.hidden = true;
  body.tabIndex = -1;
  const open = makeButton(`Show ${count} equal lines`, "compare-open", () => {
    fold.remove();
    body.hidden = false;
    body.focus();
  });
  const fold = make("tbody", { class: "compare-fold" }, make("tr", {}, make("td", { colspan: "4" }, open)));
  return fold;
}

/** The rows of one column: what is gone above what has come. @param {Row[]} rows @param {Painted} painted */
function makeStacked(rows, painted) {
  const line = (/** @type {Row} */ row, /** @type {"left" | "right"} */ side, /** @type {boolean} */ both) =>
    make(
      "tr",
      {},
      makeNumber(side === "left" ? row.left : both ? row.left : -1),
      makeNumber(side === "right" ? row.right : -1),
      make("td", { class: "compare-sign" }, row.equal ? "" : side === "left" ? "−" : "+"),
      makeCode(row, side, painted),
    );
  if (rows[0].equal) return rows.map((row) => line(row, "right", true));
  const gone = rows.filter((row) => row.left >= 0).map((row) => line(row, "left", false));
  return [...gone, ...rows.filter((row) => row.right >= 0).map((row) => line(row, "right", false))];
}

/** @param {Row[]} rows @param {Painted} painted */
function makeBeside(rows, painted) {
  const half = (/** @type {Row} */ row, /** @type {"left" | "right"} */ side) =>
    row[side] < 0
      ? [make("td", { class: "compare-none", colspan: "2" })]
      : [makeNumber(row[side]), makeCode(row, side, painted)];
  return rows.map((row) => make("tr", {}, ...half(row, "left"), ...half(row, "right")));
}

/** @param {number} place */
const makeNumber = (place) => make("td", { class: "compare-number" }, place < 0 ? "" : String(place + 1));

/** @param {Row} row @param {"left" | "right"} side @param {Painted} painted */
function makeCode(row, side, painted) {
  const line = setLine(painted[side][row[side]] ?? [], row.marks[side]);
  if (row.equal) return make("td", { class: "compare-code" }, line);
  const kind = side === "left" ? "removed" : "added";
  return make("td", { class: `compare-code compare-${kind}-line` }, make(side === "left" ? "del" : "ins", {}, line));
}
