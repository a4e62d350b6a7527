/** Registers the service worker, keeps what is visited, and hears of new releases. */

import { isSparing } from "./line.js";
import { openRelease } from "./offline/release.js";

/** @import { ToPage } from "./offline/service.js" */
/** @typedef {{ root: string, page: string, release: () => ReturnType<typeof openRelease> }} KeptSite */

const BETWEEN_LOOKS_MS = 15 * 60_000;

const { dataset } = document.documentElement;
const root = new URL(dataset.root || "./", location.href).href;
const page = location.href.slice(root.length).replace(/[?#].*$/, "").replace(/(^|\/)index\.html$/, "$1");
/** The release whose worker was last asked. */
let current = "";

/**
 * @param {() => void} onNewer called once a release is there that has another state of the page
 * @returns {Promise<KeptSite | null>} null where nothing is kept: in a browser that cannot, and while a site is edited
 */
export async function keepSite(onNewer) {
  const container = navigator.serviceWorker;
  if (!container || "live" in dataset) return null;
  const isFirst = container.controller === null;
  container.addEventListener("message", sayAssets);
  container.startMessages();
  const registration = await container.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
  container.addEventListener("controllerchange", () => {
    if (container.controller) visit(container.controller, onNewer).catch(note);
  });
  lookForUpdates(registration);
  const worker = await activeOf(registration);
  // A page that came under a worker's control came from the network first: it can only be newer than that.
  await visit(worker, isFirst ? onNewer : () => undefined);
  return { root, page, release: () => openRelease(root, current) };
}

/** Which release's scripts this page runs. @param {MessageEvent} event */
function sayAssets({ data, ports }) {
  if (data === "assets?") ports[0].postMessage(new URL("../", import.meta.url).href);
}

/** @param {ServiceWorkerRegistration} registration @returns {Promise<ServiceWorker>} */
function activeOf(registration) {
  if (registration.active) return Promise.resolve(registration.active);
  const coming = registration.installing ?? registration.waiting;
  return new Promise((resolve, reject) => {
    coming?.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(coming);
      if (coming.state === "redundant") reject(new Error("the release does not come as a whole"));
    });
  });
}

/** @param {ServiceWorker} worker @param {() => void} onNewer */
async function visit(worker, onNewer) {
  const { release, newer } = await ask(worker);
  if (release === current) return;
  current = release;
  if (newer) onNewer();
  else await keepVisited();
}

/** @param {ServiceWorker} worker @returns {Promise<ToPage>} */
function ask(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage({ page, id: dataset.page }, [port2]);
  });
}

/** Keep this page with what it needs; most of it is in the browser's own cache by now. */
async function keepVisited() {
  const release = await openRelease(root, current);
  const kept = await release.kept();
  const [snapshot, rest] = release.divide(release.allOf([page]).reverse().filter((path) => !kept.has(path)));
  let cached = false;
  try {
    for (const path of rest) await release.keep(path);
    // On a slow line, the snapshot only if it has come: Python starts from the rest as well.
    cached = isSparing();
    for (const path of snapshot) await release.keep(path, { cached });
  } catch (error) {
    if (!cached) return note(error);
  }
  dataset.offline = "kept";
}

/** @param {ServiceWorkerRegistration} registration */
function lookForUpdates(registration) {
  let looked = performance.now();
  const look = () => {
    if (document.visibilityState === "hidden" || performance.now() - looked < BETWEEN_LOOKS_MS) return;
    looked = performance.now();
    registration.update().catch(note);
  };
  document.addEventListener("visibilitychange", look);
  setInterval(look, BETWEEN_LOOKS_MS);
}

/** @param {unknown} error */
function note(error) {
  console.info(`Scratchwork: not all of this page is kept: ${error}`);
}
