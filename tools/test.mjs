/** Runs every check of the project, in order, and stops at the first that fails. */
import { spawnSync } from "node:child_process";
import { root, venvPython } from "./python.mjs";
import { setUp } from "./setup.mjs";

const python = (...args) => [venvPython, ...args];
const all = process.argv.includes("--all") || process.env.SCRATCHWORK_ALL === "1";
// The three engines, the snapshot's faults and the endurance run belong to test:all.
const CHECKS = [
  ["lint", python("-m", "ruff", "check", "--quiet", ".")],
  ["format", python("-m", "ruff", "format", "--check", "--quiet", ".")],
  ["Python types", python("-m", "mypy")],
  ["contracts", python("build.py", "contracts")],
  ["JavaScript types", [process.execPath, "node_modules/typescript/bin/tsc"]],
  ["problems", python("build.py", "check")],
  ["site", python("build.py", "build", "--out", "dist")],
  // A file's tests stay together: they share pages, and what they open is opened once.
  ["tests", python("-m", "pytest", "-n", "3", "--dist", "loadfile", ...(all ? ["tests"] : ["tests/unit", "tests/browser"]))],
];

setUp({ browser: true });
const env = { ...process.env, ...(all ? { SCRATCHWORK_ALL: "1" } : {}) };
for (const [title, [program, ...args]] of CHECKS) {
  console.log(`\n== ${title}`);
  const run = spawnSync(program, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
  if (run.status !== 0) {
    console.error(`scratchwork: ${title}: failed`);
    process.exit(run.status ?? 1);
  }
}
