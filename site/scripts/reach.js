/** Lets what scrolls take the focus, and only while it does: the keyboard reaches what a pointer can. */

const sizes = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target instanceof HTMLElement) setReach(target);
  }
});

/** @template {HTMLElement} T @param {T} element @returns {T} */
export function keepInReach(element) {
  sizes.observe(element);
  return element;
}

/** @param {HTMLElement} element */
function setReach(element) {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const scrolls = scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1;
  if (scrolls) element.tabIndex = 0;
  else element.removeAttribute("tabindex");
}
