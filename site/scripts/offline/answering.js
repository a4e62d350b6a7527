/** How the service worker answers: pages from the network first, what never changes from the cache first. */

import { identify, isWanted } from "./verified.js";

/** @import { Asked } from "./service.js" */
/** @import { Release } from "./installing.js" */

const PATIENCE_MS = 3_000;
const ANY = { ignoreVary: true, ignoreSearch: true, ignoreMethod: true };

/** @param {{ root: string, release: () => Promise<Release>, update: () => void }} options */
export function createAnswers({ root, release, update }) {
  /** @param {string} path @returns {Promise<Response | undefined>} a kept page that is whole */
  async function keptPage(path) {
    const own = await release().catch(() => null);
    const found = await own?.cacheOf(path).match(root + path, ANY);
    if (found && identify(await found.clone().text()) === own?.manifest.pages[path]?.id) return found;
    if (found) await drop(path);
    return undefined;
  }

  /** What the network has now, past the browser's own cache. @param {Asked} event @param {string} path */
  async function fetchPage(event, path) {
    const answer = await fetch(event.request, { cache: "no-cache" });
    if (answer.ok) event.waitUntil(compare(answer.clone(), path)); // the page does not wait for it
    return answer;
  }

  /** A page of another state than the release's: there is another release. @param {Response} answer @param {string} path */
  async function compare(answer, path) {
    const known = (await release()).manifest.pages[path];
    if (known && identify(await answer.text()) !== known.id) update();
  }

  /** @param {Asked} event @param {string} path */
  async function openPage(event, path) {
    const fetched = fetchPage(event, path);
    const kept = keptPage(path);
    event.waitUntil(Promise.allSettled([fetched, kept]));
    try {
      const late = wait(PATIENCE_MS).then(async () => (await kept) ?? fetched);
      const answer = await Promise.race([fetched, late]);
      return answer.status >= 500 ? ((await kept) ?? answer) : answer;
    } catch {
      return (await kept) ?? (await keptPage(`${path}/`) ? Response.redirect(`${root}${path}/`) : sayOffline());
    }
  }

  /** @returns {Promise<Response>} */
  async function sayOffline() {
    const own = await release().catch(() => null);
    const page = await own?.cacheOf("").match(`${root}offline.html`, ANY);
    if (!page) return Response.error();
    const html = (await page.text()).replace('href="./"', `href="${root}"`);
    return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
  }

  /** @param {Request} request @param {string} path */
  async function openFile(request, path) {
    const own = await release().catch(() => null);
    const known = own?.manifest.files[path]?.[0];
    if (own && known && path.startsWith("search/")) return openIndex(request, own, path, known);
    const found = known ? await own?.cacheOf(path).match(root + path, ANY) : await caches.match(root + path, ANY);
    const isDamaged = found && known && !(await isSound(path, found, known));
    if (isDamaged) await drop(path);
    if (!found || isDamaged) return fetch(request);
    return request.method === "HEAD" ? new Response(null, { headers: found.headers }) : found;
  }

  /** The paths of the search have no hash: what is of another release than the page would not fit to it.
   * @param {Request} request @param {Release} own @param {string} path @param {string} hash */
  async function openIndex(request, own, path, hash) {
    const isOurs = new URL(request.url).searchParams.get("v") === own.manifest.search;
    const found = isOurs ? await own.cacheOf(path).match(root + path, ANY) : undefined;
    if (found && (await isSound(path, found, hash))) return found;
    const answer = await fetch(request);
    if (!answer.ok || isOurs === (await isSound(path, answer, hash))) return answer;
    return Response.error();
  }

  /** @param {string} path */
  async function drop(path) {
    const own = await release();
    if (path in own.manifest.files || path in own.manifest.pages) await own.cacheOf(path).delete(root + path);
  }

  /** Only small files are looked at again: those of the runtime are by the page. @param {string} path @param {Response} found @param {string} hash */
  async function isSound(path, found, hash) {
    if (path.startsWith("runtime/")) return true;
    return isWanted(new Uint8Array(await found.clone().arrayBuffer()), { hash });
  }

  return {
    /** @param {Asked} event @returns {Promise<Response> | null} null: the browser's own affair */
    find(event) {
      const { url, method, mode, cache } = event.request;
      if (!url.startsWith(root) || (method !== "GET" && method !== "HEAD")) return null;
      const path = url.slice(root.length).replace(/[?#].*$/, "").replace(/(^|\/)index\.html$/, "$1");
      if (mode === "navigate") return openPage(event, path);
      if (cache === "reload") event.waitUntil(drop(path)); // the page has found it to be damaged
      if (cache === "no-cache" || cache === "no-store" || cache === "reload") return null;
      return /^(?:assets|runtime|search|problems)\/.+\.\w+$/.test(path) ? openFile(event.request, path) : null;
    },
  };
}

/** @param {number} milliseconds */
function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
