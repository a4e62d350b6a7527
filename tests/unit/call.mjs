/** Calls functions of a script of the site: reads [name, arguments] pairs as JSON, prints what they return. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const script = await import(pathToFileURL(process.argv[2]).href);
const calls = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => script[name](...given))));
