/**
 * Drives a browser for a test: `node puppeteer.mjs chromium|firefox PATH DOWNLOADS`. One JSON message a line
 * comes in and one goes out for each; the first that goes out names the browser's process. Ends with its input.
 */
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const FLAGS = {
  chromium: [
    "--no-sandbox", // Chromium's own sandbox does not run as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
  firefox: [],
};
// Longer than anything takes that ends at all; only then is a browser that hangs an error.
const PATIENCE_MS = 600_000;

// Chromium's own guess of its line would change from run to run, and with it what the page fetches.
const FAST_LINE = `if (navigator.connection) {
  Object.defineProperty(navigator, "connection", { value: { downlink: 10 }, configurable: true });
}`;

const [name, executablePath, downloads] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: name === "firefox" ? "firefox" : "chrome",
  executablePath,
  headless: true,
  defaultViewport: { width: 1440, height: 900 },
  args: FLAGS[name],
  downloadBehavior: { policy: "allow", downloadPath: downloads },
  extraPrefsFirefox: { "browser.download.folderList": 2, "browser.download.dir": downloads },
  protocolTimeout: PATIENCE_MS,
});
let page = await browser.newPage();
/** The page, or the frame in it that was entered. */
let place = page;
/** By what a message wants done. */
const DEEDS = {
  open: ({ url }) => open(url),
  reload: () => page.reload({ timeout: PATIENCE_MS }),
  evaluate: ({ function: code, args }) => place.evaluate(callOf(code, args)),
  click: async (message) => (await find(message)).click(),
  give: async (message) => (await find(message)).uploadFile(message.path),
  type: ({ text }) => page.keyboard.type(text, { delay: 10 }),
  press: ({ keys }) => press(keys),
  resize: ({ size }) => page.setViewport(size),
  enter,
  leave: () => void (place = page),
};

answer({ value: browser.process().pid });
for await (const line of createInterface({ input: process.stdin })) {
  try {
    answer({ value: await obey(JSON.parse(line)) });
  } catch (error) {
    answer({ error: String(error?.stack ?? error) });
  }
}
await browser.close();

/** A new page for each address: nothing of the one before is left in it. */
async function open(url) {
  const last = page;
  page = place = await browser.newPage();
  await last.close();
  await page.evaluateOnNewDocument(FAST_LINE);
  await page.goto(url, { timeout: PATIENCE_MS });
}

/** Press keys, named as in `Control+a`. */
async function press(keys) {
  const names = keys.split("+");
  for (const key of names) await page.keyboard.down(key);
  for (const key of names.reverse()) await page.keyboard.up(key);
}

async function enter(message) {
  place = await (await find(message)).contentFrame();
}

/** What a function in the page returns, as it is there. */
function find({ function: code, args }) {
  return place.evaluateHandle(callOf(code, args));
}

function callOf(code, args) {
  return `(${code})(${args.map((arg) => JSON.stringify(arg))})`;
}

async function obey(message) {
  return (await DEEDS[message.do](message)) ?? null;
}

function answer(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
