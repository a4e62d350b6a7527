/** Turns JSON Schemas, a JSON object of them by file name, into one file of TypeScript types. */
import { text } from "node:stream/consumers";
import { compile } from "json-schema-to-typescript";

const schemas = Object.values(JSON.parse(await text(process.stdin)));
// One schema of all definitions, so that a type that two contracts share is declared once.
const $defs = Object.assign({}, ...schemas.map((schema) => schema.$defs));
const names = Object.keys($defs).sort();
const whole = {
  $defs,
  title: "Contracts",
  type: "object",
  additionalProperties: false,
  properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }])),
};
const banner = "/** The contracts, generated from the Python types by `build.py contracts`. */";
const options = { additionalProperties: false, bannerComment: banner, format: true };
process.stdout.write(await compile(whole, "Contracts", options));
