/** Makes an element with its attributes and what is in it; texts stay texts. */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

/** @param {string} label @param {string} kind classes beside `button` @param {() => void} press */
export function makeButton(label, kind, press) {
  const button = make("button", { type: "button", class: `button ${kind}`.trim() }, label);
  button.addEventListener("click", press);
  return button;
}
