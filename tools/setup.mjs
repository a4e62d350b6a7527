/** Sets up what Scratchwork needs inside the checkout; steps whose inputs have not changed are skipped. */
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findBrowser } from "./browser.mjs";
import { fail, findPython, root, venvPython } from "./python.mjs";

const OLDEST_NODE = 20;

function checkNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= OLDEST_NODE) return;
  fail(`Node ${OLDEST_NODE} or newer is needed, but this is ${process.versions.node}; ` +
    "install a newer one.");
}

function fingerprint(files, ...more) {
  const hash = createHash("sha256").update(JSON.stringify([root, ...more]));
  for (const file of files) hash.update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

/** Runs a program quietly; its output is shown only when it fails. */
function run(what, program, args, options = {}) {
  const ran = spawnSync(program, args, { cwd: root, encoding: "utf8", ...options });
  if (ran.status === 0) return;
  process.stderr.write(`${ran.stdout ?? ""}${ran.stderr ?? ""}`);
  fail(`${what} failed (${ran.error?.message ?? `exit code ${ran.status}`}); ` +
    "see above, then run the command again.");
}

/** Does a step unless its stamp, written when it last ended well, has the same fingerprint. */
function step(title, folder, print, work) {
  const stamp = path.join(root, folder, ".scratchwork-stamp");
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, "utf8") === print) return;
  console.log(`Setting up: ${title} ...`);
  fs.rmSync(stamp, { force: true });
  work();
  fs.writeFileSync(stamp, print);
}

function setUpPython() {
  const python = findPython();
  const print = fingerprint(["requirements.txt"], python);
  step("the Python environment", ".venv", print, () => {
    run("Creating .venv", python.command, ["-m", "venv", "--clear", path.join(root, ".venv")]);
    run("pip install", venvPython, [
      "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt",
    ]);
  });
}

function setUpNode() {
  const files = ["package.json", "package-lock.json"];
  const print = fingerprint(files, process.platform, process.arch);
  const npm = process.env.npm_execpath;
  step("the Node packages", "node_modules", print, () => {
    if (npm) run("npm ci", process.execPath, [npm, "ci"]);
    else run("npm ci", "npm", ["ci"], { shell: process.platform === "win32" });
  });
}

/**
 * Sets up everything; ends the process with one line when something is missing.
 * @param {{browser?: boolean}} [options] browser: also find or bring a Chromium for the tests
 */
export function setUp({ browser = false } = {}) {
  checkNode();
  setUpPython();
  setUpNode();
  if (browser) findBrowser();
}

const isProgram = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isProgram) setUp({ browser: process.argv.includes("--browser") });
