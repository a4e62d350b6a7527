/** Finds Python on this machine, and the interpreter of the project's own environment. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import path from "node:path";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OLDEST = [3, 11];
const WINDOWS = process.platform === "win32";

/** The interpreter inside `.venv`. */
export const venvPython = path.join(
  root, ".venv", WINDOWS ? "Scripts" : "bin", WINDOWS ? "python.exe" : "python",
);

/** Ends the process with one line that says what is missing and what to do. */
export function fail(message) {
  console.error(`scratchwork: ${message}`);
  process.exit(1);
}

function version(command) {
  const code = "import sys; print(*sys.version_info[:3], sys.executable, sep='|')";
  const [program, ...args] = command;
  const run = spawnSync(program, [...args, "-I", "-S", "-c", code], { encoding: "utf8" });
  if (run.status !== 0) return null;
  const [major, minor, micro, executable] = run.stdout.trim().split("|");
  return { numbers: [Number(major), Number(minor), Number(micro)], executable };
}

const isNewEnough = ([major, minor]) =>
  major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);

/**
 * The first Python that is new enough: `PYTHON` if it is set, else the usual names.
 * @returns {{command: string, version: string}}
 */
export function findPython() {
  const asked = process.env.PYTHON;
  const candidates = asked ? [[asked]] : [["python3"], ["python"], ["py", "-3"]];
  const seen = [];
  for (const candidate of candidates) {
    const found = version(candidate);
    if (!found) continue;
    const text = found.numbers.join(".");
    if (isNewEnough(found.numbers)) return { command: found.executable, version: text };
    seen.push(`${candidate.join(" ")} is ${text}`);
  }
  const state = seen.length ? seen.join(", ") : `${asked || "python3"} was not found`;
  return fail(`Python ${OLDEST.join(".")} or newer is needed, but ${state}; ` +
    "install it, or point the environment variable PYTHON at it.");
}
