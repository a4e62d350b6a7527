/** Sets up, then runs a Python script of the project: `node tools/run.mjs build.py serve`. */
import { spawn } from "node:child_process";
import { root, venvPython } from "./python.mjs";
import { setUp } from "./setup.mjs";

setUp();
const child = spawn(venvPython, process.argv.slice(2), { cwd: root, stdio: "inherit" });
// A terminal sends Ctrl+C to the child as well; it ends cleanly and this process ends with it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
