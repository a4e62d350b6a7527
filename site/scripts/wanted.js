/** What is searched for: in the form, and in the page's address. */

/** @import { Facets, Wanted } from "./problem-index.js" */

const NAMES = /** @type {const} */ (["q", "difficulty", "tag", "series", "state"]);

/**
 * @param {HTMLFormElement} form its fields carry the names of what is wanted
 * @param {() => void} onChange
 */
export function createWanted(form, onChange) {
  const field = (/** @type {string} */ name) => /** @type {HTMLInputElement | HTMLSelectElement} */ (form.elements.namedItem(name));
  /** @returns {Wanted} */
  const read = () => /** @type {Wanted} */ (Object.fromEntries(NAMES.map((name) => [name, field(name).value.trim()])));

  /** Keep the address in step, without a new entry in the history. */
  function note() {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(read())) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    history.replaceState(null, "", address);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => {
    note();
    onChange();
  });

  return {
    read,
    isEmpty: () => Object.values(read()).every((value) => value === ""),
    /** Take over what the address says, if it says anything; what no field knows is left out. */
    follow() {
      const asked = new URL(location.href).searchParams;
      if (!NAMES.some((name) => asked.has(name))) return note();
      for (const name of NAMES) {
        field(name).value = asked.get(name) ?? "";
        if (field(name).value !== (asked.get(name) ?? "")) field(name).value = "";
      }
    },
    clear() {
      for (const name of NAMES) field(name).value = "";
      note();
      field("q").focus();
    },
    /** @param {Facets} facets */
    offer({ tags, series }) {
      field("tag").append(...tags.map(([tag, count]) => new Option(`${tag} (${count})`, tag)));
      field("series").append(...series.map(([slug, title]) => new Option(title, slug)));
    },
  };
}
