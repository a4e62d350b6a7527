/** Clones templates and hands out their named parts. */

/** @typedef {{ root: HTMLElement, part: (name: string) => HTMLElement }} Stamped */
/** @typedef {(name: string) => Stamped} Stamp */

/**
 * Make the function that clones `<template data-template="name">`; its parts carry `data-part`.
 * @param {ParentNode} page
 * @returns {Stamp}
 */
export function createStamp(page) {
  return (name) => {
    const template = page.querySelector(`template[data-template="${name}"]`);
    if (!(template instanceof HTMLTemplateElement)) throw new Error(`no template "${name}" in the page`);
    const root = template.content.firstElementChild?.cloneNode(true);
    if (!(root instanceof HTMLElement)) throw new Error(`template "${name}" holds no element`);
    return { root, part: (part) => findPart(root, part) };
  };
}

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement} */
function findPart(root, name) {
  const part = root.querySelector(`[data-part="${name}"]`);
  if (!(part instanceof HTMLElement)) throw new Error(`no part "${name}" in a template`);
  return part;
}
