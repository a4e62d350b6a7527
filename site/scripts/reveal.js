/** Brings a run into view: the pane's verdict on wide screens, its own view on narrow ones. */

/**
 * @typedef {{ pane: HTMLElement, first: HTMLElement, bar: HTMLElement, toResults: () => void }} RevealOptions
 *   `pane` scrolls by itself on wide screens, `first` is where its results begin
 */

/** @param {RevealOptions} options */
export function createReveal({ pane, first, bar, toResults }) {
  const narrow = matchMedia("(max-width: 59.99rem)");
  const toFirst = () => {
    if (!narrow.matches) pane.scrollTop = first.offsetTop - pane.offsetTop;
  };
  return {
    press() {
      toResults();
      if (narrow.matches) bar.scrollIntoView({ block: "nearest" });
      toFirst();
    },
    verdict: toFirst,
  };
}
