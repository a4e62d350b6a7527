/** Blocks of monospace text that scroll inside and take the focus only where they do. */

/** @import { Stamp } from "./stamp.js" */
/** @typedef {(label: string, content: string | DocumentFragment) => HTMLElement} Block */

/**
 * @param {Stamp} stamp
 * @returns {Block}
 */
export function createBlocks(stamp) {
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target instanceof HTMLElement) setReach(target);
    }
  });
  return (label, content) => {
    const block = stamp("block");
    block.root.setAttribute("aria-label", label);
    block.part("code").append(content);
    sizes.observe(block.root);
    return block.root;
  };
}

/** @param {HTMLElement} block */
function setReach(block) {
  const scrolls = block.scrollWidth > block.clientWidth + 1 || block.scrollHeight > block.clientHeight + 1;
  if (scrolls) block.tabIndex = 0;
  else block.removeAttribute("tabindex");
}
