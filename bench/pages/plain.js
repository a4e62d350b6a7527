/** The plain way's page: a worker by its URL, one run, its verdict. */

const { searchParams } = new URL(location.href);
const status = /** @type {HTMLElement} */ (document.querySelector("[role=status]"));

/** @param {{ verdict?: string, error?: string }} result */
function show(result) {
  status.textContent = result.verdict ?? result.error ?? "";
  const marks = [["reported", 1, performance.now()], ["verdict", 1, performance.now()]];
  const body = JSON.stringify({ ...result, marks, origin: performance.timeOrigin });
  void fetch(`/bench/results?channel=${searchParams.get("channel")}`, { method: "POST", body });
}

const worker = new Worker(`/assets/bench/plain-worker.js?runtime=${searchParams.get("runtime")}`, { type: "module" });
worker.onmessage = (/** @type {MessageEvent<{ verdict?: string, error?: string }>} */ { data }) => show(data);
worker.onerror = (/** @type {ErrorEvent} */ { message }) => show({ error: message });
