/** Offers a list to be kept for times without a network: its size, how far it is, and the way back. */

import { addStyle } from "./added-style.js";
import { make, makeButton } from "./element.js";
import { createList } from "./offline/list.js";

/** @import { KeptSite } from "./offline.js" */

const SHOWN_STEP = 100_000;

/** @param {HTMLElement} area carries the list's name @param {KeptSite} site */
export async function createPanel(area, site) {
  const list = createList(site, area.dataset.list ?? "");
  const words = make("span", { class: "offline-words" });
  const status = make("p", { class: "offline-status", role: "status" });
  const progress = make("progress", { class: "offline-progress", "aria-label": "Download" });
  const buttons = {
    keep: makeButton("Make available offline", "", () => void fetchAll()),
    cancel: makeButton("Cancel", "button-small", () => stop.abort()),
    remove: makeButton("Remove", "button-small", () => void remove()),
  };
  let stop = new AbortController();

  /** @param {"keep" | "cancel" | "remove"} action @param {string} text */
  function show(action, text) {
    const holdsFocus = area.contains(document.activeElement);
    for (const [name, button] of Object.entries(buttons)) button.hidden = name !== action;
    area.dataset.state = action;
    words.textContent = text;
    progress.hidden = action !== "cancel";
    if (holdsFocus) buttons[action].focus();
  }

  /** Show what is there. @param {string} [message] */
  async function rest(message = "") {
    const { total, left, isWanted } = await list.measure();
    status.textContent = message;
    if (isWanted && left === 0) return show("remove", `Available offline, ${size(total)} on this device`);
    show("keep", left === 0 ? "nothing to download" : `${size(left)} to download`);
  }

  async function fetchAll() {
    stop = new AbortController();
    status.textContent = "";
    void navigator.storage?.persist?.().catch(() => false);
    try {
      const { left } = await list.measure();
      await checkRoom(left);
      const count = follow(left);
      await list.fetchAll(stop.signal, count);
      await rest("Done: all of it works without a network now.");
    } catch (error) {
      const reason = stop.signal.aborted ? "Stopped. What has come stays for the next time." : explain(error);
      stop.abort();
      await rest(reason);
    }
  }

  /** @param {number} left */
  function follow(left) {
    let received = 0;
    let shown = -SHOWN_STEP;
    const count = (/** @type {number} */ bytes) => {
      received += bytes;
      progress.value = Math.min(received, left);
      if (Math.abs(received - shown) < SHOWN_STEP) return;
      shown = received;
      words.textContent = `${size(received)} of ${size(left)}`;
    };
    progress.max = left || 1;
    show("cancel", "");
    count(0);
    return count;
  }

  async function remove() {
    await list.remove();
    await rest("Removed from this device.");
  }

  area.replaceChildren(make("div", { class: "offline-line" }, ...Object.values(buttons), words), progress, status);
  await Promise.all([rest(), addStyle("offline")]);
  for (const hidden of [area, area.closest("[data-offline]")]) hidden?.removeAttribute("hidden");
}

/** @param {number} bytes */
async function checkRoom(bytes) {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < bytes) throw new DOMException(size(quota - usage), "QuotaExceededError");
}

/** @param {unknown} error */
function explain(error) {
  console.info(`Scratchwork: not all has come: ${error}`);
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return "The storage that this browser gives to the site is full. Make room on the device, or remove another list, and try again.";
  }
  return "It did not come whole. Check the network and try again: what has come stays.";
}

/** @param {number} bytes */
function size(bytes) {
  if (bytes < 100_000) return `${Math.ceil(Math.max(bytes, 0) / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
