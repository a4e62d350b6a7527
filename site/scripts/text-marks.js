/** Two texts of values with the words and numbers marked in which they differ. */

import { align } from "./alignment.js";
import { make } from "./element.js";

const NUMBER = /^-?\d/;
const TOKENS = /(?<![\w.)\]])-?\d+(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+|[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu;
/** Numbers that agree in so many digits differ by rounding only. */
const DIGITS = 9;
/** Texts of more words than a few with so little in common are marked nowhere. */
const FEW = 3;
const LEAST_SHARED = 0.2;

/** White space counts where nothing else differs. @param {string} expected @param {string} got @returns {[DocumentFragment, DocumentFragment]} */
export function markTexts(expected, got) {
  const sides = [tokens(expected), tokens(got)];
  const solid = (/** @type {Set<number>[]} */ found) =>
    found.map((places, side) => new Set([...places].filter((place) => sides[side][place].trim())));
  const exact = findDiffering(sides);
  const tries = [solid(findDiffering(sides.map((words) => words.map(keyOf)))), solid(exact), exact];
  const found = tries.find((places) => places.some(({ size }) => size > 0)) ?? exact;
  const much = sides.some((words, side) => tooMuch(words, found[side]));
  const [left, right] = sides.map((words, side) => paint(words, much ? new Set() : found[side]));
  return [left, right];
}

/** @param {string} text @returns {string[]} */
const tokens = (text) => text.match(TOKENS) ?? [];

/** @param {string} token */
const keyOf = (token) => (NUMBER.test(token) ? String(Number(Number(token).toPrecision(DIGITS))) : token.trim());

/** The places of tokens that only one side has. @param {string[][]} sides */
function findDiffering([left, right]) {
  const pairs = align(left, right);
  const only = (/** @type {"left" | "right"} */ side, /** @type {"left" | "right"} */ other) =>
    new Set(pairs.filter((pair) => pair[other] < 0).map((pair) => pair[side]));
  return [only("left", "right"), only("right", "left")];
}

/** @param {string[]} words @param {Set<number>} places */
function tooMuch(words, places) {
  const solid = words.flatMap((word, place) => (/[\p{L}\p{N}]/u.test(word) ? [place] : []));
  const shared = solid.filter((place) => !places.has(place)).length;
  return solid.length > FEW && shared < solid.length * LEAST_SHARED;
}

/** @param {string[]} words @param {Set<number>} places */
function paint(words, places) {
  const painted = document.createDocumentFragment();
  words.forEach((word, place) => {
    painted.append(places.has(place) ? make("mark", {}, word) : word);
  });
  painted.normalize();
  return painted;
}
