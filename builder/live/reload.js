/** Loads the page again once the development server has another one, or a fault, in its place. */
const script = /** @type {HTMLScriptElement} */ (document.currentScript);
const events = `/-/events${new URL(script.src).search}`;
/** @type {EventSource | null} */
let open = null;

// A browser keeps few connections to one host: a tab that nobody sees gives its own back.
function listen() {
  open?.close();
  open = null;
  if (document.visibilityState === "hidden") return;
  open = new EventSource(events);
  open.onmessage = () => location.reload();
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => open?.close());
addEventListener("pageshow", listen);
