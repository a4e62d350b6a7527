/** The list of found problems: some cards at a time, more on demand. */

/** @import { Found } from "./problem-index.js" */

const AT_ONCE = 24;

/**
 * @typedef {object} FoundOptions
 * @property {HTMLElement} area
 * @property {HTMLElement} list
 * @property {HTMLElement} more
 * @property {import("./stamp.js").Stamp} stamp
 * @property {string} root where addresses of problems begin
 * @property {(numbers: number[]) => Promise<Found[]>} read
 * @property {(area: ParentNode) => void} mark shows what is solved
 */

/** @param {FoundOptions} options */
export function createFoundList({ area, list, more, stamp, root, read, mark }) {
  /** @type {number[]} */
  let left = [];

  /** @param {Found} found */
  function card({ slug, title, summary, difficulty, tags, tests }) {
    const { root: item, part } = stamp("card");
    part("title").textContent = title;
    part("title").setAttribute("href", `${root}problems/${slug}/`);
    part("summary").textContent = summary;
    part("difficulty").replaceWith(stamp(difficulty).root);
    part("tests").textContent = tests === 1 ? "1 test" : `${tests} tests`;
    part("tags").replaceChildren(...tags.map(tagItem));
    part("tags").hidden = tags.length === 0;
    item.querySelector("[data-solved]")?.setAttribute("data-solved", slug);
    return item;
  }

  /** @param {Found[]} found */
  function append(found) {
    const items = found.map(card);
    list.append(...items);
    mark(list);
    more.hidden = left.length === 0;
    return items;
  }

  more.addEventListener("click", async () => {
    const [first] = append(await read(left.splice(0, AT_ONCE)));
    first?.querySelector("a")?.focus();
  });

  return {
    /** Read the first cards, and return what shows them. @param {number[]} numbers */
    async prepare(numbers) {
      const found = await read(numbers.slice(0, AT_ONCE));
      return () => {
        left = numbers.slice(AT_ONCE);
        list.replaceChildren();
        append(found);
        area.hidden = false;
      };
    },
    hide: () => void (area.hidden = true),
  };
}

/** @param {string} tag */
function tagItem(tag) {
  const item = document.createElement("li");
  item.textContent = tag;
  return item;
}
