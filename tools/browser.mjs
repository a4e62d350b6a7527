/** Finds a Chromium for the tests, or brings one, and writes its path to `.cache/chromium-path`. */
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
const note = path.join(root, ".cache", "chromium-path");

const isFile = (file) => Boolean(file) && fs.existsSync(file) && fs.statSync(file).isFile();

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

function installed() {
  return [...onPath(), ...PLACES].find(isFile);
}

function noted() {
  return fs.existsSync(note) ? fs.readFileSync(note, "utf8").trim() : "";
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

function aptInstall() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "";
  console.log("Setting up: a Chromium for the tests, from apt-get ...");
  const options = { encoding: "utf8", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "chromium"], options);
  return installed();
}

/** Finds or brings a Chromium; ends the process with one line when there is none to be had. */
export function findBrowser() {
  const asked = process.env.CHROMIUM;
  if (asked && !isFile(asked)) fail(`CHROMIUM names ${asked}, which is not a file; correct it.`);
  const found = [() => asked, noted, installed, playwrights, download, aptInstall]
    .reduce((before, look) => before || [look()].find(isFile), "");
  if (!found) fail("no Chromium was found or could be installed; install one, or set CHROMIUM.");
  fs.mkdirSync(path.dirname(note), { recursive: true });
  fs.writeFileSync(note, `${found}\n`);
}
