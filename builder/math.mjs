/** Renders formulas as MathML with Temml: a JSON list of {tex, display} in, of {html} or {error} out. */
import { text } from "node:stream/consumers";
import temml from "temml";

/** Where in a message the place in the formula begins, which the build shows whole. */
const PLACE = / at (?:position|end of input)/;

function render({ tex, display }) {
  try {
    return { html: temml.renderToString(tex, { displayMode: display, strict: true, throwOnError: true }) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // A formula that is nested too deeply ends in an error of JavaScript's own.
    return { error: error.message.split(PLACE)[0].trim() };
  }
}

const formulas = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(formulas.map(render)));
