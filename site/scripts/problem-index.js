/** Searches the catalogue in the index of the build, of which it fetches only what a search needs. */

/**
 * A problem as the index knows it.
 * @typedef {{ slug: string, title: string, summary: string, difficulty: string, tags: string[], tests: number }} Found
 * @typedef {{ q: string, difficulty: string, tag: string, series: string, state: string }} Wanted each empty for any
 * @typedef {object} Facets
 * @property {number} chunk how many records are in one file
 * @property {string} levels a digit for each problem
 * @property {[slug: string, title: string, gaps: number[]][]} series
 * @property {[tag: string, count: number][]} tags
 * @property {string[]} words the files of words
 */

const LEVELS = ["easy", "medium", "hard"];
/** What each choice of the form takes in. @type {Record<string, string[]>} */
const STATES = {
  untouched: ["untouched"],
  started: ["started"],
  unsolved: ["untouched", "started"],
  solved: ["solved", "unaided"],
  unaided: ["unaided"],
};
const LETTERS = 2;
const IN_TITLE = 4;
const ELSEWHERE = 1;

/** @param {{ folder: string, version: string, survey: () => Map<string, string> }} options */
export function openIndex({ folder, version, survey }) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();

  /** Fetch a file once; again only after it failed. @param {string} name @returns {Promise<any>} */
  function load(name) {
    const known = files.get(name);
    if (known) return known;
    const fetched = fetch(`${folder}${name}.json?v=${version}`).then((answer) => {
      if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
      return answer.json();
    });
    fetched.catch(() => files.delete(name));
    files.set(name, fetched);
    return fetched;
  }

  /** @returns {Promise<Facets>} */
  const facets = () => load("facets");

  /** How well each problem fits a word that may go on. @param {string} word @param {Facets} known */
  async function weigh(word, known) {
    /** @type {Map<number, number>} */
    const weights = new Map();
    const name = [...word].slice(0, LETTERS).map((letter) => letter.codePointAt(0)?.toString(16)).join("-");
    if (!known.words.includes(name)) return weights;
    for (const [entry, [titles, others]] of Object.entries(await load(`words/${name}`))) {
      if (!entry.startsWith(word)) continue;
      const whole = entry === word ? 2 : 1;
      const add = (/** @type {number} */ number, /** @type {number} */ weight) =>
        weights.set(number, Math.max(weights.get(number) ?? 0, weight * whole));
      for (const number of fromGaps(titles)) add(number, IN_TITLE);
      for (const number of fromGaps(others)) add(number, ELSEWHERE);
    }
    return weights;
  }

  /** One test for each thing that is wanted. @param {Wanted} wanted @param {Facets} known */
  async function tests({ difficulty, tag, series, state }, known) {
    /** @type {((number: number) => boolean)[]} */
    const found = [];
    if (difficulty) found.push((number) => LEVELS[Number(known.levels[number])] === difficulty);
    if (series) found.push(among(fromGaps(known.series.find(([slug]) => slug === series)?.[2] ?? [])));
    if (tag) {
      const place = known.tags.findIndex(([name]) => name === tag);
      found.push(among(place < 0 ? [] : fromGaps(await load(`tags/${place}`))));
    }
    if (state) {
      const slugs = await load("slugs");
      const states = survey();
      found.push((number) => STATES[state].includes(states.get(slugs[number]) ?? "untouched"));
    }
    return found;
  }

  return {
    facets,
    /** The numbers of the problems that fit, the best first. @param {Wanted} wanted @returns {Promise<number[]>} */
    async find(wanted) {
      const known = await facets();
      const [filters, ...weights] = await Promise.all([
        tests(wanted, known),
        ...splitWords(wanted.q).map((word) => weigh(word, known)),
      ]);
      const fits = (/** @type {number} */ number) =>
        weights.every((map) => map.has(number)) && filters.every((test) => test(number));
      const score = (/** @type {number} */ number) => weights.reduce((sum, map) => sum + (map.get(number) ?? 0), 0);
      const all = weights.length > 0 ? [...weights[0].keys()] : [...known.levels].map((_, number) => number);
      return all.filter(fits).sort((one, two) => score(two) - score(one) || one - two);
    },
    /** @param {number[]} numbers @returns {Promise<Found[]>} */
    async read(numbers) {
      const { chunk } = await facets();
      const records = numbers.map((number) => load(`records/${Math.floor(number / chunk)}`));
      return (await Promise.all(records)).map((part, place) => {
        const [slug, title, summary, difficulty, tags, count] = part[numbers[place] % chunk];
        return { slug, title, summary, difficulty, tags, tests: count };
      });
    },
  };
}

/** As the build splits texts: lower case, no accents, two letters or more. @param {string} text */
export function splitWords(text) {
  const plain = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => [...word].length >= LETTERS);
}

/** @param {number[]} gaps */
function fromGaps(gaps) {
  let number = 0;
  return gaps.map((gap) => (number += gap));
}

/** @param {number[]} numbers */
function among(numbers) {
  const set = new Set(numbers);
  return (/** @type {number} */ number) => set.has(number);
}
