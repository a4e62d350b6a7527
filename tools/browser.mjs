/**
 * Finds the browsers of the tests, or brings them, and notes their programs in `.cache/<engine>-path`,
 * one a line: a Chromium, and where everything is tested a Firefox and a WebKit too.
 */
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fail, root, venvPython } from "./python.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];
const APPLE_FIREFOX = "/Applications/Firefox.app/Contents/MacOS/firefox";
const OTHERS = {
  firefox: {
    find: () => [onPath(["firefox-esr", "firefox"])[0] ?? APPLE_FIREFOX],
    packages: ["firefox-esr"],
  },
  webkit: {
    // WebKitGTK's driver, the browser that it drives, and an X server for both.
    find: () => [onPath(["WebKitWebDriver"])[0], miniBrowser(), onPath(["Xvfb"])[0]],
    packages: ["webkit2gtk-driver", "xvfb"],
  },
};
const everything = process.argv.includes("--all") || process.env.SCRATCHWORK_ALL === "1";
const noteOf = (engine) => path.join(root, ".cache", `${engine}-path`);

const isFile = (file) => Boolean(file) && fs.existsSync(file) && fs.statSync(file).isFile();

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).filter(isFile);
}

function installed() {
  return [...onPath(NAMES), ...PLACES].find(isFile);
}

function noted() {
  const note = noteOf("chromium");
  return fs.existsSync(note) ? fs.readFileSync(note, "utf8").trim() : "";
}

function note(engine, programs) {
  fs.mkdirSync(path.join(root, ".cache"), { recursive: true });
  fs.writeFileSync(noteOf(engine), programs.map((program) => `${program}\n`).join(""));
}

/** In a folder named after the machine's architecture, or directly among the libraries. */
function miniBrowser() {
  const libraries = "/usr/lib";
  const names = fs.existsSync(libraries) ? ["", ...fs.readdirSync(libraries)] : [];
  const builds = ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"];
  return names
    .flatMap((name) => builds.map((build) => path.join(libraries, name, build, "MiniBrowser")))
    .find(isFile);
}

/** Where Playwright keeps its own Chromium, once it has downloaded one. */
function playwrights() {
  const code = "from playwright.sync_api import sync_playwright as s\n" +
    "with s() as p: print(p.chromium.executable_path)";
  const run = spawnSync(venvPython, ["-c", code], { encoding: "utf8" });
  return run.status === 0 ? run.stdout.trim() : "";
}

function download() {
  console.log("Setting up: a Chromium for the tests, from Playwright ...");
  const run = spawnSync(venvPython, ["-m", "playwright", "install", "chromium"], {
    encoding: "utf8", timeout: 600_000,
  });
  return run.status === 0 ? playwrights() : "";
}

function aptInstall(packages) {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  console.log(`Setting up: ${packages.join(" and ")} for the tests, from apt-get ...`);
  const options = { encoding: "utf8", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", ...packages], options);
}

function fromApt() {
  aptInstall(["chromium"]);
  return installed();
}

function findChromium() {
  const asked = process.env.CHROMIUM;
  if (asked && !isFile(asked)) fail(`CHROMIUM names ${asked}, which is not a file; correct it.`);
  const found = [() => asked, noted, installed, playwrights, download, fromApt]
    .reduce((before, look) => before || [look()].find(isFile), "");
  if (!found) fail("no Chromium was found or could be installed; install one, or set CHROMIUM.");
  note("chromium", [found]);
}

function findOther(engine) {
  const { find, packages } = OTHERS[engine];
  if (!find().every(isFile)) aptInstall(packages);
  if (!find().every(isFile)) {
    fail(`testing everything needs ${engine}, which was not found and could not be installed; ` +
      `on Debian or Ubuntu: apt-get install ${packages.join(" ")}.`);
  }
  note(engine, find());
}

/** Finds or brings the browsers; ends the process with one line when one of them is not to be had. */
export function findBrowser() {
  findChromium();
  if (everything) Object.keys(OTHERS).forEach(findOther);
}
