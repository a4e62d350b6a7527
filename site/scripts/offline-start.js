/** Lets the browser keep the site, once the page has all that it needs itself. */

/** @import { Action } from "./notices.js" */

/**
 * @param {(kind: string, text: string, action: Action, calm: boolean) => void} say shows a notice
 * @param {HTMLElement | null} [panel] where the page offers a list to be kept
 */
export async function startOffline(say, panel = null) {
  const reload = { label: "Reload", run: () => location.reload() };
  try {
    await untilSettled(document.documentElement);
    const { keepSite } = await import("./offline.js");
    const site = await keepSite(() =>
      say("release", "There is a new version of this page. Reload to see it; your work stays.", reload, true),
    );
    if (site && panel) (await import("./offline-panel.js")).createPanel(panel, site);
  } catch (error) {
    console.info(`Scratchwork: this browser cannot keep the site: ${error}`);
  }
}

/** Until the page is there, and Python, if the page starts it. @param {HTMLElement} html */
function untilSettled(html) {
  return new Promise((resolve) => {
    const look = () => {
      const boots = ["idle", "loading"].includes(html.dataset.runtime ?? "");
      if (boots || document.readyState !== "complete") return;
      watcher.disconnect();
      resolve(undefined);
    };
    const watcher = new MutationObserver(look);
    watcher.observe(html, { attributeFilter: ["data-runtime"] });
    addEventListener("load", look);
    look();
  });
}
