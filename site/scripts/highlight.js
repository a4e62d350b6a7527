/** Colours Python text with the editor's grammar, outside the editor. */

import { classHighlighter, highlightCode, pythonLanguage } from "./vendor/codemirror.js";

/**
 * @param {string} code
 * @returns {DocumentFragment}
 */
export function paintPython(code) {
  const painted = document.createDocumentFragment();
  const put = (/** @type {string} */ text, /** @type {string} */ classes) => {
    if (!classes) return painted.append(text);
    const span = document.createElement("span");
    span.className = classes;
    span.textContent = text;
    painted.append(span);
  };
  highlightCode(code, pythonLanguage.parser.parse(code), classHighlighter, put, () => painted.append("\n"));
  return painted;
}
