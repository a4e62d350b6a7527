/** The interpreter that answers the editor's questions: beside the runs, and never in their way. */

import { watchHiddenPage } from "./hidden-page.js";

/** @import { FromWorker } from "./protocol.js" */
/** @import { Spare } from "./spare.js" */

/** @typedef {{ kind: string } & Record<string, string | number>} Question */
/** @typedef {{ question: Question, resolve: (answer: any) => void }} Asked */

// On a usual machine; a slower one is given more.
const SILENCE_SECONDS = 5;
const UNPACK_SECONDS = 30;
// One that is lost so often is not started again: something is wrong with it here.
const MOST_LOSSES = 3;

/** @param {Pick<ReturnType<typeof import("./runner.js").createRunner>, "beside" | "isIdle" | "followRuns">} runner */
export function createAssistant(runner) {
  /** @type {Spare | null} */
  let spare = null;
  /** @type {AbortController | null} */
  let starting = null;
  let losses = 0;
  let timer = 0;
  let onReady = () => {};
  /** @type {Asked | null} */
  let current = null;
  /** The latest of each kind that waits. @type {Map<string, Asked>} */
  const waiting = new Map();

  /** Start it, if it is not there and nothing else wants the machine. */
  async function wake() {
    if (spare || starting || losses >= MOST_LOSSES || document.hidden || !runner.isIdle()) return;
    const { signal } = (starting = new AbortController());
    try {
      const got = await runner.beside(signal);
      if (got !== null) await unpack(got, signal);
    } catch (error) {
      if (!signal.aborted) note(error);
    } finally {
      if (starting?.signal === signal) starting = null;
    }
  }

  /** @param {Spare} got @param {AbortSignal} signal */
  function unpack(got, signal) {
    return new Promise((/** @type {(nothing: void) => void} */ resolve, reject) => {
      const fail = (/** @type {Error} */ error) => {
        clearTimeout(late);
        end(got);
        reject(error);
      };
      const late = setTimeout(() => fail(new Error("it does not get ready")), UNPACK_SECONDS * 1000 * got.pace);
      if (signal.aborted) return fail(new Error("it is not wanted any more"));
      signal.addEventListener("abort", () => fail(new Error("it is not wanted any more")));
      got.worker.onerror = (event) => (spare === got ? lose(event.message) : fail(new Error(event.message)));
      got.port.onmessage = ({ data }) => {
        const message = /** @type {FromWorker} */ (data);
        if (message.type === "crash") return spare === got ? lose(message.text) : fail(new Error(message.text));
        if (message.type !== "answer") return;
        if (spare === got) return settle(message.answer);
        clearTimeout(late);
        spare = got;
        resolve();
        onReady();
      };
      got.port.postMessage({ type: "assist" });
    });
  }

  /** @param {string} answer */
  function settle(answer) {
    clearTimeout(timer);
    current?.resolve(JSON.parse(answer));
    current = null;
    sendNext();
  }

  function sendNext() {
    if (current !== null || spare === null) return;
    const [next] = waiting.values();
    if (next === undefined) return;
    waiting.delete(next.question.kind);
    current = next;
    timer = setTimeout(() => lose("it does not answer"), SILENCE_SECONDS * 1000 * spare.pace);
    spare.port.postMessage({ type: "ask", question: JSON.stringify(next.question) });
  }

  /**
   * Ask; null where it is not there, does not know, or is asked anew before it has come to this.
   *
   * @param {Question} question
   * @returns {Promise<any>}
   */
  function ask(question) {
    if (spare === null || !runner.isIdle()) return Promise.resolve(null);
    return new Promise((resolve) => {
      waiting.get(question.kind)?.resolve(null);
      waiting.set(question.kind, { question, resolve });
      sendNext();
    });
  }

  /** Give its memory back; what was asked has no answer. */
  function drop() {
    starting?.abort();
    clearTimeout(timer);
    if (spare) end(spare);
    spare = null;
    for (const { resolve } of [...(current ? [current] : []), ...waiting.values()]) resolve(null);
    waiting.clear();
    current = null;
  }

  /** @param {unknown} why */
  function note(why) {
    losses += 1;
    console.info(`Scratchwork: what helps while typing is lost: ${why}`);
  }

  /** @param {string} why */
  function lose(why) {
    note(why);
    drop();
    void wake();
  }

  runner.followRuns(() => starting?.abort());
  watchHiddenPage({ isIdle: () => true, drop, refill: () => {} });

  return { wake, ask, followReady: (/** @type {() => void} */ f) => void (onReady = f) };
}

/** @param {Spare} spare */
function end({ worker, port }) {
  worker.terminate();
  port.close();
}
