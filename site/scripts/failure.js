/** Shows why a test did not pass: message, call, expected and got, error, the learner's lines, output. */

import { addStyle } from "./added-style.js";
import { make } from "./element.js";
import { showValues } from "./values.js";

/** @import { Failure, Frame, Output, TestResult } from "./contracts.js" */
/** @typedef {NonNullable<Failure["difference"]>} Difference */

/**
 * @typedef {object} FailureOptions
 * @property {import("./stamp.js").Stamp} stamp
 * @property {import("./blocks.js").Block} block
 * @property {(code: string) => DocumentFragment} paint colours Python
 * @property {(text: string) => DocumentFragment} prose sets an author's text
 * @property {(line: number, column: null, file?: string) => void} onPlace the learner wants to see a line
 */

/** @param {FailureOptions} options */
export function createFailureView({ stamp, block, paint, prose, onPlace }) {
  void addStyle("failure");
  /** @param {string} term @param {string | Node} note @param {(HTMLElement | string)[]} content */
  function fact(term, note, ...content) {
    const { root, part } = stamp("fact");
    root.dataset.fact = term.toLowerCase();
    part("term").textContent = term;
    part("note").append(note);
    part("body").append(...content);
    return root;
  }

  /** @param {Failure} failure */
  function valuesOf({ expected, got }) {
    return showValues(block, expected, got).map(({ term, note, content, broad }) => {
      const shown = fact(term, note, content);
      shown.toggleAttribute("data-broad", broad);
      return shown;
    });
  }

  /** @param {(Frame & { file?: string })[]} frames `file` is said where it is the scratch area */
  function places(frames) {
    const list = stamp("frames").root;
    for (const frame of frames) {
      const { root, part } = stamp("frame");
      part("place").textContent = `${frame.file === "scratch" ? "scratch, " : ""}line ${frame.line}`;
      part("place").addEventListener("click", () => onPlace(frame.line, null, frame.file));
      part("function").textContent = frame.function === "<module>" ? ": " : `, in ${frame.function}: `;
      part("source").append(paint(frame.source));
      list.append(root);
    }
    return list;
  }

  /** @param {Output} output */
  function printed(output) {
    const cut = output.cut ? `… ${output.cut.toLocaleString("en")} characters cut` : "";
    return fact("Printed", cut, block("Printed", output.text));
  }

  /** @param {Failure} failure */
  function factsOf(failure) {
    const { call, difference, error, frames } = failure;
    const facts = [];
    if (call !== null) facts.push(fact("Call", "", block("Call", paint(call))));
    facts.push(...valuesOf(failure));
    if (difference) facts.push(fact("Difference", "", ...describeDifference(difference)));
    if (error) facts.push(fact("Error", "", block("Error", [error.type, error.text].filter(Boolean).join(": "))));
    if (frames.length) facts.push(fact("In your code", "", places(frames)));
    return facts;
  }

  /** What an error means, beside its own words. @param {string} words */
  function plain(words) {
    const line = make("p", { class: "plain" });
    line.append(prose(words));
    return line;
  }

  return {
    places,
    plain,
    printed,
    /** The details of a result, or null where there are none.
     * @param {TestResult} result @returns {HTMLElement | null} */
    describe({ failure, output }) {
      if (!failure && !output.text && !output.cut) return null;
      const { root, part } = stamp("failure");
      if (failure?.message) part("message").append(prose(failure.message));
      else part("message").remove();
      if (failure?.plain) part("facts").before(plain(failure.plain));
      if (failure) part("facts").append(...factsOf(failure));
      if (output.text || output.cut) part("facts").append(printed(output));
      return root;
    },
  };
}

/** @param {Difference} difference */
function describeDifference({ largest_error, index, expected, got }) {
  const place = index.length ? `First differing index [${index.join(", ")}]: ` : "";
  const lines = [`${place}expected ${expected}, got ${got}.`];
  if (largest_error !== null) lines.push(`Largest error ${largest_error}.`);
  return lines.map((line) => make("p", {}, line));
}
