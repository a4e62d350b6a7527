/**
 * Bundles the script or style sheet whose path is given, with what it imports, into one file; prints a JSON
 * object of texts by name. What a script imports on demand becomes modules of its own.
 */
import { basename, dirname } from "node:path";
import { build } from "esbuild";

const [entry] = process.argv.slice(2);
const made = await build({
  entryPoints: [entry],
  bundle: true,
  chunkNames: "[name]-[hash]",
  // One copy of each, whoever imports it: they have state.
  external: ["./python.js", "./vendor/*"],
  format: "esm",
  loader: { ".html": "text" },
  logLevel: "warning",
  minify: true,
  outdir: dirname(entry),
  splitting: true,
  target: "es2022",
  write: false,
});
const texts = made.outputFiles.map(({ path, text }) => [basename(path), text]);
process.stdout.write(JSON.stringify(Object.fromEntries(texts)));
