/** Coloured code, line by line, in which stretches can be marked. */

/** @typedef {{ text: string, colour: string }} Piece */

/**
 * Cut coloured code into its lines.
 * @param {DocumentFragment} painted
 * @returns {Piece[][]}
 */
export function cutLines(painted) {
  /** @type {Piece[][]} */
  const lines = [[]];
  for (const node of painted.childNodes) {
    const colour = node instanceof Element ? node.className : "";
    (node.textContent ?? "").split("\n").forEach((text, place) => {
      if (place > 0) lines.push([]);
      if (text) lines.at(-1)?.push({ text, colour });
    });
  }
  return lines;
}

/**
 * Put one line together again, with a mark around each stretch of letters.
 * @param {Piece[]} pieces @param {[from: number, to: number][]} stretches
 */
export function setLine(pieces, stretches) {
  const line = document.createDocumentFragment();
  let at = 0;
  for (const { text, colour } of pieces) {
    const ends = [0, text.length, ...stretches.flat().map((place) => place - at)];
    const cuts = [...new Set(ends.filter((end) => end >= 0 && end <= text.length))].sort((a, b) => a - b);
    cuts.slice(1).forEach((to, place) => {
      const from = cuts[place];
      const marked = stretches.some((stretch) => stretch[0] <= at + from && at + to <= stretch[1]);
      line.append(setPiece(text.slice(from, to), colour, marked));
    });
    at += text.length;
  }
  return line;
}

/** @param {string} text @param {string} colour @param {boolean} marked */
function setPiece(text, colour, marked) {
  if (!colour && !marked) return document.createTextNode(text);
  const piece = document.createElement(marked ? "mark" : "span");
  piece.className = colour;
  piece.textContent = text;
  return piece;
}
