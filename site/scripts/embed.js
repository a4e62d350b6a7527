/** The page in a frame of another site: a line that leads to the whole page, and what the other site is told. */

import { addStyle } from "./added-style.js";
import { make } from "./element.js";
import { embedded } from "./embed-mode.js";

/** @import { Bundle, Report } from "./contracts.js" */

/** The version of the messages, in each of them. */
const FORMAT = 1;

/**
 * Where the page is embedded, show it so; what is returned hears of each verdict.
 * @param {{ bundle: Bundle, origins: string[], main: HTMLElement }} options
 *   `origins` are those of the pages that may be told
 * @returns {(report: Report) => void}
 */
export function startEmbed({ bundle, origins, main }) {
  const { slug, version, title } = bundle;
  if (!embedded) return () => {};
  void addStyle("embed");
  main.prepend(makeLine(title));
  addEventListener("click", leadOut, { capture: true });
  for (const name of ["click", "keydown"]) addEventListener(name, notePlace, { capture: true });
  const origin = parentOrigin();
  if (origin === null || !origins.includes(origin)) return () => {};
  const tell = (/** @type {Record<string, unknown>} */ message) =>
    window.parent.postMessage({ scratchwork: FORMAT, ...message }, origin);
  tell({ type: "ready", slug, version });
  followHeight(document.body, (height) => tell({ type: "height", height }));
  return ({ state, tests }) => {
    const passed = tests.filter(({ outcome }) => outcome === "passed").length;
    const total = tests.length || bundle.tests.length; // code that cannot be read ends a run before them
    tell({ type: "verdict", slug, version, state, passed, total });
  };
}

/** The origin of the page that this one is framed by, as the browser says; null without one. */
function parentOrigin() {
  if (window.parent === window) return null;
  const named = location.ancestorOrigins?.item(0); // not in every browser
  return named ?? (document.referrer ? new URL(document.referrer).origin : null);
}

/** @param {string} title */
function makeLine(title) {
  const page = new URL(".", location.href).href;
  const link = make("a", { href: page, target: "_blank", rel: "noopener" }, title);
  return make("div", { class: "embed-line" }, make("h1", {}, link), make("span", {}, "opens in a new tab"));
}

/** Open what leads away in a new tab: the frame is for this problem. @param {MouseEvent} event */
function leadOut({ target }) {
  const link = target instanceof Element ? target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.hasAttribute("download")) return;
  if (link.getAttribute("href")?.startsWith("#")) return;
  link.target = "_blank";
  link.relList.add("noopener");
}

/** Where the visitor is: a dialog in the middle of a high frame would be out of sight. @param {Event} event */
function notePlace({ target }) {
  if (!(target instanceof Element) || target.closest("dialog")) return;
  document.documentElement.style.setProperty("--near", `${target.getBoundingClientRect().top}px`);
}

/** @param {HTMLElement} body @param {(height: number) => void} tell */
function followHeight(body, tell) {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(body.getBoundingClientRect().height);
    if (height !== last) tell(height);
    last = height;
  }).observe(body);
}
