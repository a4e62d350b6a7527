/** The panel that hands on an attempt, and the one that shows what was handed on. */

import { addStyle } from "./added-style.js";
import { compare } from "./compare.js";
import { make, makeButton } from "./element.js";
import { openPanel } from "./panel-dialog.js";
import { LinkFault, makeLink, readLink } from "./share-link.js";

/** @import { Attempt } from "./share-link.js" */

/** Longer links are cut by some programs that pass them on. */
const LONG = 8000;
const TOO_LONG = "Your code is too long for a link. Send it as a file instead: copy it, or save a result file.";

/** @param {{ attempt: Attempt, save: (() => void) | null }} options `save` writes the result file, if there is a run */
export async function openShare({ attempt, save }) {
  const link = await makeLink(location.href, attempt);
  const body = make(
    "div",
    { class: "sheet-body" },
    make("h3", {}, "A link to the code in your editor"),
    ...(link === null ? [make("p", {}, TOO_LONG)] : makeLinkParts(link)),
    make("h3", {}, "A result file to hand in"),
    make("p", {}, "The code of your last run with its verdict and times. A teacher can grade it again."),
    save
      ? make("div", { class: "sheet-actions" }, makeButton("Save result file", "", save))
      : make("p", {}, "Run the tests first: there is no run yet."),
  );
  const { dialog } = await openPanel("Share", body);
  dialog.classList.add("sheet-small");
}

/** @param {string} link */
function makeLinkParts(link) {
  const field = make("input", { class: "link-field", readonly: "", "aria-label": "Link", value: link });
  const told = make("p", { class: "told", "aria-live": "polite" });
  field.addEventListener("focus", () => field.select());
  const copy = makeButton("Copy link", "button-primary", async () => {
    field.select();
    const copied = await navigator.clipboard?.writeText(link).then(() => true, () => false);
    told.textContent = copied ? "Copied." : "This browser does not let a page copy. The link is selected: copy it yourself.";
  });
  copy.autofocus = true;
  const code = make("div", { class: "qr-place", "aria-live": "polite" });
  const long = link.length > LONG ? " It is a long one: some programs cut it." : "";
  const words = `The code is in the link itself; nothing is uploaded. Who opens it sees your code beside their own.${long}`;
  return [make("p", {}, words), make("div", { class: "sheet-actions" }, field, copy, makeCodeButton(link, code)), told, code];
}

/** @param {string} link @returns {Promise<Element>} its QR code, or a word why there is none */
async function drawLink(link) {
  const code = await import("./qr-code.js").catch(() => null);
  if (!code) return make("p", {}, "The QR code could not be loaded. Perhaps the network is away.");
  if (link.length <= code.MOST_BYTES) return code.drawCode(link, "QR code of the link");
  const [long, most] = [link.length, code.MOST_BYTES].map((count) => count.toLocaleString("en"));
  return make("p", {}, `This link is too long for a QR code: it has ${long} letters, and a code holds ${most}.`);
}

/** Make the button that shows a link as a QR code and hides it again. @param {string} link @param {HTMLElement} place */
function makeCodeButton(link, place) {
  const button = makeButton("QR code", "", async () => {
    const open = place.childElementCount > 0;
    button.setAttribute("aria-expanded", String(!open));
    place.replaceChildren(...(open ? [] : [await drawLink(link)]));
  });
  button.setAttribute("aria-expanded", "false");
  return button;
}

/**
 * Show the code that a link carries beside the visitor's own.
 * @param {{ hash: string, slug: string, version: string, mine: string, take: (code: string, words: string) => void,
 *   tell: (words: string) => void }} options
 */
export async function openShared({ hash, slug, version, mine, take, tell }) {
  const shared = await readLink(hash, slug).catch((error) => {
    if (!(error instanceof LinkFault)) throw error;
    tell(`The shared code could not be opened: ${error.message}. Nothing was changed.`);
  });
  if (!shared) return;
  await addStyle("memory");
  const taking = makeButton("Take the shared code", "button-primary", () => {
    close();
    take(shared.code, "The shared code is in the editor. It runs when you run the tests.");
  });
  const keep = makeButton("Keep mine", "", () => close());
  const other = shared.version === version ? "" : " It was written for another version of the problem.";
  const words = `Somebody has shared this code with you. It runs only if you take it and run the tests.${other}`;
  const difference = make("div");
  const actions = make("div", { class: "sheet-actions" }, make("p", {}, words), taking, keep);
  const { close } = await openPanel("Shared code", make("div", { class: "sheet-body" }, actions, difference));
  taking.focus();
  await compare(difference, { left: mine, right: shared.code, titles: ["In your editor", "Shared code"] });
}
