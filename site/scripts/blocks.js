/** Blocks of monospace text that scroll inside. */

import { keepInReach } from "./reach.js";

/** @import { Stamp } from "./stamp.js" */
/** @typedef {(label: string, content: string | DocumentFragment) => HTMLElement} Block */

/**
 * @param {Stamp} stamp
 * @returns {Block}
 */
export function createBlocks(stamp) {
  return (label, content) => {
    const { root, part } = stamp("block");
    root.setAttribute("aria-label", label);
    part("code").append(content);
    return keepInReach(root);
  };
}
