/** Brings a run into view: the pane's verdict on wide screens, the status bar on phones. */

/**
 * @typedef {{ pane: HTMLElement, first: HTMLElement, bar: HTMLElement }} RevealOptions
 *   `pane` scrolls by itself on wide screens, `first` is where its results begin
 */

/** @param {RevealOptions} options */
export function createReveal({ pane, first, bar }) {
  const narrow = matchMedia("(max-width: 59.99rem)");
  const toResults = () => {
    if (!narrow.matches) pane.scrollTop = first.offsetTop - pane.offsetTop;
  };
  return {
    press() {
      if (narrow.matches) bar.scrollIntoView({ block: "start" });
      toResults();
    },
    verdict: toResults,
  };
}
