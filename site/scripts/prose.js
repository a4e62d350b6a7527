/** Shows an author's plain text with its `code` in code type. */

/**
 * The backticks stay in the text: what is read aloud and copied is what was written.
 * @param {string} text
 * @returns {DocumentFragment}
 */
export function setProse(text) {
  const prose = document.createDocumentFragment();
  for (const piece of text.split(/(`[^`\n]+`)/)) {
    if (!/^`[^`\n]+`$/.test(piece)) {
      prose.append(piece);
      continue;
    }
    const code = document.createElement("code");
    code.textContent = piece;
    prose.append(code);
  }
  return prose;
}
