/** The rows of a comparison: equal lines beside each other, changed ones in groups, long equal runs to fold. */

import { align, markWords } from "./alignment.js";

/** @typedef {[from: number, to: number][]} Stretches */
/**
 * `left` and `right` are places of lines, -1 where a side has none; a row that is not equal may say what
 * differs within its lines.
 * @typedef {{ equal: boolean, left: number, right: number, marks: { left: Stretches, right: Stretches } }} Row
 */

/** Equal lines that stay in sight around a change; fewer than four more are not worth a fold. */
const AROUND = 3;
const FOLD_FROM = 4;

/** @param {string[]} left @param {string[]} right @returns {Row[]} */
export function pairRows(left, right) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {number[]} */
  let gone = [];
  /** @type {number[]} */
  let come = [];
  function flush() {
    for (let place = 0; place < Math.max(gone.length, come.length); place += 1) {
      const [one, two] = [gone[place] ?? -1, come[place] ?? -1];
      const marks = one >= 0 && two >= 0 ? markWords(left[one], right[two]) : { left: [], right: [] };
      rows.push({ equal: false, left: one, right: two, marks });
    }
    [gone, come] = [[], []];
  }
  for (const pair of align(left, right)) {
    if (pair.right < 0) gone.push(pair.left);
    else if (pair.left < 0) come.push(pair.right);
    else {
      flush();
      rows.push({ equal: true, ...pair, marks: { left: [], right: [] } });
    }
  }
  flush();
  return rows;
}

/** Cut rows into groups, each all equal or all changed. @param {Row[]} rows @returns {Row[][]} */
export function groupRows(rows) {
  /** @type {Row[][]} */
  const groups = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && last[0].equal === row.equal) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/**
 * Where an equal group among others may be folded: its rows from the first place to before the second.
 * @param {Row[][]} groups @param {number} place @returns {[from: number, to: number]}
 */
export function foldOf(groups, place) {
  const group = groups[place];
  if (!group[0].equal || groups.length === 1) return [0, 0];
  const from = place === 0 ? 0 : AROUND;
  const to = group.length - (place === groups.length - 1 ? 0 : AROUND);
  return to - from >= FOLD_FROM ? [from, to] : [0, 0];
}
