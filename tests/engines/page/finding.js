/**
 * Finds what is shown, as a person names it: `dialog History > button Close` is a role and an accessible
 * name, exact or a part of it, in what stands before. What is not there yet is waited for.
 */
(() => {
  const ROLES = {
    button: "button, [role=button], summary",
    dialog: "dialog, [role=dialog]",
    frame: "iframe",
    heading: "h1, h2, h3",
    field: "input[type=file]", // the button for it is what is shown
    img: "img, [role=img]",
    item: "li",
    link: "a[href]",
    main: "main",
    mark: "mark, .cm-check", // a mistake that the editor marks
    region: "section, [role=region]",
    table: "table",
    textbox: "textarea, input:not([type]), [role=textbox]",
  };
  const PATIENCE_MS = 180_000;
  const STILL_MS = 400;
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const tidy = (text) => text.replace(/\s+/g, " ").trim();

  function nameOf(element) {
    const ids = element.getAttribute("aria-labelledby")?.split(" ") ?? [];
    const labels = ids.length ? ids.map((id) => document.getElementById(id)) : [...(element.labels ?? [])];
    const texts = labels.length ? labels : [element];
    const given = ids.length ? null : (element.getAttribute("aria-label") ?? element.getAttribute("alt"));
    return tidy(given ?? texts.map((one) => one.textContent).join(" ")) || element.title;
  }

  function look(within, step) {
    const [, role, name] = step.match(/^(\S+) ?(.*)$/);
    const every = [...within.querySelectorAll(ROLES[role] ?? `[role=${role}]`)];
    const all = role === "field" ? every : every.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    return all.find((one) => nameOf(one) === name) ?? all.find((one) => nameOf(one).includes(name));
  }

  const find = (place) => place.split(" > ").reduce((within, step) => within && look(within, step), document);

  /** Wait until a look gives something, and return that; `fault` says why it gave nothing. */
  async function until(look, fault) {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = look();
      if (found) return found;
      if (performance.now() > end) throw new Error(fault());
      await pause(50);
    }
  }

  const get = (place) => until(() => find(place), () => `${place} is not there`);
  const textOf = (place) => find(place)?.innerText;
  return {
    get,
    /** Wait until a place is there and stays where it is, as one does who presses it. */
    async still(place) {
      for (;;) {
        const element = await get(place);
        const [before, after] = [element.getBoundingClientRect(), (await pause(STILL_MS), element.getBoundingClientRect())];
        if (element.isConnected && before.top === after.top && before.left === after.left) return element;
      }
    },
    /** Wait until a place's text has words in it. */
    async read(place, words) {
      await until(() => textOf(place)?.includes(words), () => `no "${words}" in ${place}: ${textOf(place)}`);
      return textOf(place);
    },
    /** Wait until nothing of that name is there. */
    gone: (place) => until(() => !find(place), () => `${place} is there`),
    /** Select a text that is to be copied, in a field of its own. */
    async select(text) {
      const field = document.createElement("textarea");
      field.id = "to-be-copied";
      field.value = text;
      document.body.append(field);
      field.focus();
      field.select();
    },
    async unselect() {
      document.getElementById("to-be-copied").remove();
    },
    /** Wait until the page's own root says something. */
    told: (name, value) =>
      until(() => document.documentElement.dataset[name] === value, () => `${name} is ${document.documentElement.dataset[name]}`),
  };
})()
