/** Brings the first place that differs into view, inside what scrolls. */

const layouts = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.clientWidth === 0) continue;
    layouts.unobserve(target);
    const mark = target.querySelector("[data-first] mark, code mark");
    if (mark) reveal(target, mark.getBoundingClientRect());
  }
});

/** Do so once it is laid out. @template {HTMLElement} T @param {T} element @returns {T} */
export function showFirst(element) {
  layouts.observe(element);
  return element;
}

/** @param {Element} target @param {DOMRect} mark */
function reveal(target, mark) {
  const edge = target.getBoundingClientRect();
  target.scrollLeft += Math.max(Math.min(mark.right - edge.right + edge.width / 4, mark.left - edge.left - edge.width / 4), 0);
  target.scrollTop += Math.max(mark.bottom - edge.bottom + edge.height / 4, 0);
}
