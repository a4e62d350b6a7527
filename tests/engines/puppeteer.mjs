/**
 * Drives a browser for a test: `node puppeteer.mjs chromium|firefox PATH`. One JSON message a line comes
 * in and one goes out for each; the first that goes out names the browser's process. Ends with its input.
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

const [name, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: name === "firefox" ? "firefox" : "chrome",
  executablePath,
  headless: true,
  args: FLAGS[name],
  protocolTimeout: PATIENCE_MS,
});
let page = await browser.newPage();
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
  page = await browser.newPage();
  await last.close();
  await page.goto(url, { timeout: PATIENCE_MS });
  return null;
}

async function obey(message) {
  if (message.do === "open") return open(message.url);
  const args = message.args.map((arg) => JSON.stringify(arg));
  return (await page.evaluate(`(${message.function})(${args})`)) ?? null;
}

function answer(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
