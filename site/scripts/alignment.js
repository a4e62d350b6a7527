/** Finds what two texts have in common: lines of code, and the words of a changed line. */

/**
 * What one side or both have, in order: `left` and `right` are places in the two lists, -1 where it is not there.
 * @typedef {{ left: number, right: number }} Pair
 */

/** Above this many comparisons, what lies between the equal ends counts as changed. */
const MOST_WORK = 4_000_000;

/**
 * The longest common subsequence of two lists.
 * @param {string[]} left @param {string[]} right @returns {Pair[]}
 */
export function align(left, right) {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start += 1;
  let [leftEnd, rightEnd] = [left.length, right.length];
  while (leftEnd > start && rightEnd > start && left[leftEnd - 1] === right[rightEnd - 1]) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  const middle = alignMiddle(left.slice(start, leftEnd), right.slice(start, rightEnd));
  return [
    ...Array.from({ length: start }, (_, place) => ({ left: place, right: place })),
    ...middle.map((pair) => ({ left: moved(pair.left, start), right: moved(pair.right, start) })),
    ...Array.from({ length: left.length - leftEnd }, (_, n) => ({ left: leftEnd + n, right: rightEnd + n })),
  ];
}

/** @param {number} place @param {number} by */
const moved = (place, by) => (place < 0 ? -1 : place + by);

/** @param {string[]} left @param {string[]} right @returns {Pair[]} */
function alignMiddle(left, right) {
  const width = right.length + 1;
  const common = left.length * right.length > MOST_WORK ? null : countCommon(left, right, width);
  /** @type {Pair[]} */
  const pairs = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const below = i < left.length && common ? common[(i + 1) * width + j] : 0;
    const beside = j < right.length && common ? common[i * width + j + 1] : 0;
    if (common && i < left.length && j < right.length && left[i] === right[j]) pairs.push({ left: i++, right: j++ });
    else if (i < left.length && (j === right.length || below >= beside)) pairs.push({ left: i++, right: -1 });
    else pairs.push({ left: -1, right: j++ });
  }
  return pairs;
}

/** For each pair of places, how much is in common from there on. @param {string[]} left @param {string[]} right @param {number} width */
function countCommon(left, right, width) {
  const common = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const [here, below] = [i * width + j, (i + 1) * width + j];
      common[here] = left[i] === right[j] ? common[below + 1] + 1 : Math.max(common[below], common[here + 1]);
    }
  }
  return common;
}

/**
 * Which stretches of two changed lines differ, as places [from, to) of letters.
 * Lines with too little in common differ as a whole.
 * @param {string} left @param {string} right
 * @returns {{ left: [number, number][], right: [number, number][] }}
 */
export function markWords(left, right) {
  const [leftWords, rightWords] = [split(left), split(right)];
  const pairs = align(leftWords, rightWords);
  const shared = pairs.filter((pair) => pair.left >= 0 && pair.right >= 0 && leftWords[pair.left].trim());
  const letters = shared.reduce((sum, pair) => sum + leftWords[pair.left].length, 0);
  if (letters * 3 < Math.min(left.trim().length, right.trim().length)) return { left: [], right: [] };
  const only = (/** @type {"left" | "right"} */ side, /** @type {"left" | "right"} */ other) =>
    new Set(pairs.filter((pair) => pair[other] < 0).map((pair) => pair[side]));
  return { left: stretches(leftWords, only("left", "right")), right: stretches(rightWords, only("right", "left")) };
}

/** @param {string} line */
const split = (line) => line.match(/[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu) ?? [];

/** @param {string[]} words @param {Set<number>} chosen @returns {[number, number][]} */
function stretches(words, chosen) {
  /** @type {[number, number][]} */
  const found = [];
  let at = 0;
  words.forEach((word, place) => {
    const last = found.at(-1);
    if (chosen.has(place) && last?.[1] === at) last[1] += word.length;
    else if (chosen.has(place)) found.push([at, at + word.length]);
    at += word.length;
  });
  return found;
}
