/** Renders formulas with KaTeX: a JSON list of {tex, display} in, of {html} or {error} out. */
import { text } from "node:stream/consumers";
import katex from "katex";

function render({ tex, display }) {
  const options = { displayMode: display, output: "htmlAndMathml", strict: "error", throwOnError: true };
  try {
    return { html: katex.renderToString(tex, options) };
  } catch (error) {
    if (!(error instanceof katex.ParseError)) throw error;
    return { error: error.rawMessage ?? error.message };
  }
}

const formulas = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(formulas.map(render)));
