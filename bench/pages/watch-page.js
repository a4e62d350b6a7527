/**
 * Runs before a problem page's own scripts: presses Run as a learner does, and notes what happened when.
 *
 * The host puts `globalThis.scenario` in front of it and a tag for it into the page. What it knows of
 * the page is the page contract, and of the workers the messages in site/scripts/protocol.js.
 */

/**
 * @typedef {object} Scenario
 * @property {string} channel
 * @property {{ key: string, text: string }} draft what the editor opens with
 * @property {number} downlink Mbit/s that the browser is to report
 * @property {boolean} atOnce press Run as soon as the page can hear it
 * @property {string} words what a verdict says
 *
 * @typedef {[name: string, worker: number, ms: number]} Mark milliseconds since the navigation began
 */

(() => {
  const { channel, draft, downlink, atOnce, words } = /** @type {{ scenario: Scenario }} */ (/** @type {any} */ (globalThis)).scenario;
  /** @type {Mark[]} */
  let marks = [];
  let workers = 0;
  let ended = 0;
  let onMark = () => {};

  /** @param {string} name @param {number} worker */
  function mark(name, worker) {
    marks.push([name, worker, performance.now()]);
    onMark();
  }

  localStorage.setItem(draft.key, draft.text);
  // Chromium's own figure is a guess from the last seconds, and means nothing on a loopback line.
  Object.defineProperty(navigator, "connection", { value: { downlink } });

  globalThis.Worker = class extends Worker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      workers += 1;
      this.number = workers;
      mark("created", this.number);
    }
    /** @override */
    terminate() {
      super.terminate();
      ended = Math.max(ended, this.number);
      mark("terminated", this.number);
    }
  };

  globalThis.MessageChannel = class extends MessageChannel {
    constructor() {
      super();
      const number = workers;
      const { port1 } = this;
      port1.addEventListener("message", ({ data }) => note(data, number));
      port1.postMessage = (/** @type {any[]} */ ...message) => {
        if (message[0].type === "run") mark("asked", number);
        MessagePort.prototype.postMessage.call(port1, .../** @type {[any]} */ (message));
      };
    }
  };

  /** @param {{ type: string, line?: string }} message @param {number} worker */
  function note({ type, line }, worker) {
    // The type of an event is the first thing in its line.
    mark(line === undefined ? type : /"type": "(\w+)"/.exec(line.slice(0, 40))?.[1] ?? type, worker);
  }

  /** @template T @param {() => T | null | undefined | false} look @returns {Promise<T>} once it finds something */
  function until(look) {
    return new Promise((resolve) => {
      onMark = () => {
        const found = look();
        if (found) resolve(found);
      };
      onMark();
    });
  }

  /** Wait for a worker that is ready and unused. */
  const spare = () => until(() => marks.some(([name, worker]) => name === "ready" && worker > ended));

  async function press() {
    const button = [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === "Run tests");
    const status = document.querySelector("[role=status]");
    if (button === undefined || status === null) throw new Error("the page has no button or no status");
    /** @type {Promise<string>} */
    const said = new Promise((resolve) => {
      const look = () => new RegExp(words).test(status.textContent) && resolve(status.textContent);
      new MutationObserver(look).observe(status, { childList: true, characterData: true, subtree: true });
    });
    mark("pressed", workers);
    button.click();
    const verdict = await said;
    mark("verdict", workers);
    return verdict;
  }

  /** @param {object} result */
  function tell(result) {
    const told = marks;
    // What is known of a worker that waits is still needed for the next run.
    marks = marks.filter(([name, worker]) => name === "ready" && worker > ended);
    const body = JSON.stringify({ ...result, marks: told, origin: performance.timeOrigin });
    return fetch(`/bench/results?channel=${channel}`, { method: "POST", body });
  }

  /** When the last byte of the runtime had come. */
  function fetched() {
    const ends = performance.getEntriesByType("resource").map((one) =>
      one.name.includes("/runtime/") ? /** @type {PerformanceResourceTiming} */ (one).responseEnd : 0,
    );
    return Math.max(0, ...ends);
  }

  /** Press, and tell twice: at the verdict, and when the next worker is ready. */
  async function run() {
    const verdict = await press();
    marks.push(["fetched", 0, fetched()]);
    await tell({ verdict });
    await settle();
  }

  async function settle() {
    await spare();
    await tell({});
  }

  /** Wait until the page can hear a press: its scripts have made the editor. */
  function hears() {
    const isThere = () => document.querySelector("[role=textbox]") !== null;
    return new Promise((/** @type {(nothing: void) => void} */ resolve) => {
      const look = () => isThere() && resolve();
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
      look();
    });
  }

  async function follow() {
    await hears();
    await (atOnce ? run() : settle());
    for (;;) {
      await (await fetch(`/bench/next?channel=${channel}`)).text();
      await run();
    }
  }

  addEventListener("DOMContentLoaded", () => follow().catch((error) => tell({ error: String(error) })));
})();
