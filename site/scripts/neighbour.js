/** Where to go after this problem: the next of its series, or back to all of them. */

/** @param {ParentNode} page @param {string} base the address of the catalogue */
export function findNext(page, base) {
  const link = page.querySelector("a.neighbour-next");
  if (link instanceof HTMLAnchorElement) return { label: `Next: ${link.dataset.title}`, url: link.href };
  return { label: "All problems", url: base };
}
