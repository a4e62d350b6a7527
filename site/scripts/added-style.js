/** Adds a style sheet to the page when the first part of the page that needs it opens. */

/** @type {Map<string, Promise<void>>} */
const added = new Map();

/**
 * @param {string} name of a file in `styles/`, without its ending
 * @returns {Promise<void>} when it applies, or cannot be had: the page works without it
 */
export function addStyle(name) {
  const known = added.get(name);
  if (known) return known;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`../styles/${name}.css`, import.meta.url).href;
  const settled = new Promise((/** @type {(nothing: void) => void} */ resolve) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
  });
  added.set(name, settled);
  document.head.append(link);
  return settled;
}
