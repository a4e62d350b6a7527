/** Loads the page again once the development server has another one, or a fault, in its place. */
// Nothing is kept of a site that is being edited.
document.documentElement.dataset.live = "";
const events = `/-/events${new URL(import.meta.url).search}`;
/** @type {EventSource | null} */
let line = null;

// A browser keeps few connections to one host: a tab that nobody sees gives its own back.
function listen() {
  line?.close();
  line = null;
  if (document.visibilityState === "hidden") return;
  line = new EventSource(events);
  line.onmessage = () => location.reload();
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => line?.close());
addEventListener("pageshow", listen);
