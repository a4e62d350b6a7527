/** Grows elements from a tree of plain data that the build has made of its own HTML. */

const HTML = "http://www.w3.org/1999/xhtml";
const MATHML = "http://www.w3.org/1998/Math/MathML";

/**
 * A text, or an element's tag, its attributes, and its children.
 * @typedef {string | [string, Record<string, string>, ...any[]]} Tree
 */

/**
 * @param {Tree[]} nodes
 * @param {string} [space] the namespace of the elements
 * @returns {DocumentFragment}
 */
export function growTree(nodes, space = HTML) {
  const grown = document.createDocumentFragment();
  for (const node of nodes) grown.append(typeof node === "string" ? node : growElement(node, space));
  return grown;
}

/** @param {Exclude<Tree, string>} node @param {string} space */
function growElement([tag, attributes, ...children], space) {
  const own = tag === "math" ? MATHML : space;
  const element = document.createElementNS(own, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(growTree(children, own));
  return element;
}
