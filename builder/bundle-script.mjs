/** Bundles the script whose path is given, with the packages it imports, into one module. */
import { build } from "esbuild";

const made = await build({
  entryPoints: [process.argv[2]],
  bundle: true,
  format: "esm",
  logLevel: "warning",
  minify: true,
  target: "es2022",
  write: false,
});
process.stdout.write(made.outputFiles[0].text);
