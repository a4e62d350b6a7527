/** Turns an example, or the call of a test, into code that runs. Loaded when it is wanted. */

import { pythonLanguage } from "./vendor/codemirror.js";

/** @import { Failure, Problem } from "./contracts.js" */
/** @typedef {Problem["examples"][number]} Example */

const MOST_LINES = 12;
/** What NumPy writes into an array's repr without saying that it is NumPy's. */
const NUMPY = /^(array|matrix|nan|inf|u?int(8|16|32|64)|float(16|32|64)|complex(64|128)|bool_|str_)$/;

/** An example of the statement: what it prints is printed, what it should print stands beside it.
 * @param {Example} example */
export function fromExample({ name, steps }) {
  const lines = steps.flatMap(({ source, want }, place) => {
    const code = source.trimEnd();
    return [place === steps.length - 1 ? code : printed(code), ...expected(want)];
  });
  return [`# ${name}`, ...lines, ""].join("\n");
}

/** The last call of a test that failed; as a comment, where not all of it could be written down.
 * @param {string} name @param {Failure} failure */
export function fromCall(name, failure) {
  const { code, whole } = qualified(failure.call ?? "");
  const wanted = expected(failure.expected?.text ?? "");
  const title = `# The call of “${name}”`;
  if (!whole) {
    const lines = code.split("\n").map((line) => `# ${line}`);
    return [`${title} could not be written out whole:`, ...lines, ...wanted, ""].join("\n");
  }
  const imports = /\bnp\./.test(code) ? ["import numpy as np", ""] : [];
  return [title, ...imports, code, ...wanted, ""].join("\n");
}

/** Print the value of an expression, as an example does. @param {string} code */
function printed(code) {
  const tree = pythonLanguage.parser.parse(code).topNode;
  const first = tree.firstChild;
  const value = first?.firstChild;
  const alone = first?.nextSibling === null || first?.nextSibling?.name === "Comment";
  if (first?.name !== "ExpressionStatement" || !alone || !value) return code;
  const text = code.slice(value.from, value.to);
  return /^print\s*\(/.test(text) ? code : `print(repr(${text}))${code.slice(value.to)}`;
}

/** @param {string} text @returns {string[]} */
function expected(text) {
  if (text.trim() === "") return [];
  const lines = text.trimEnd().split("\n");
  const shown = lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), "…"] : lines;
  return shown.map((line, place) => `# ${place ? "         " : "expected:"} ${line}`);
}

/** Name NumPy where a repr leaves it out; not `whole` where something is no code. @param {string} call */
function qualified(call) {
  let [code, whole, last] = ["", true, 0];
  // The grammar does not know numbers that end in a point, as NumPy writes them.
  pythonLanguage.parser.parse(call.replace(/(\d)\.(?!\d)/g, "$10")).iterate({
    enter({ name, type, from, to }) {
      if (type.isError || name === "Ellipsis") whole = false;
      if (name !== "VariableName" || !NUMPY.test(call.slice(from, to)) || /^=(?!=)/.test(call.slice(to))) return;
      code += `${call.slice(last, from)}np.`;
      last = from;
    },
  });
  return { code: code + call.slice(last), whole };
}
