/** Shows an author's plain text with its `code` in code type. */

/**
 * The backticks stay in the text, unseen: what is read aloud and copied is what was written.
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
    code.className = "said";
    code.append(tick(), piece.slice(1, -1), tick());
    prose.append(code);
  }
  return prose;
}

function tick() {
  const sign = document.createElement("span");
  sign.className = "said-tick";
  sign.textContent = "`";
  return sign;
}
