/** How large code is set, in the editor and in the statement; remembered for all problems. */

/** @import { Store } from "./store.js" */

const KIND = "code-size";
const SLUG = "all";
const SCALES = [0.85, 1, 1.15, 1.3, 1.5, 1.75, 2];

/** @param {{ html: HTMLElement, store: Pick<Store, "read" | "write">, onChange: () => void }} options */
export function createTextSize({ html, store, onChange }) {
  const kept = SCALES.indexOf(Number(store.read(KIND, SLUG)));
  let place = kept < 0 ? SCALES.indexOf(1) : kept;
  const apply = () => html.style.setProperty("--code-scale", String(SCALES[place]));
  if (kept >= 0) apply();

  /** @param {number} to */
  const set = (to) => {
    place = Math.min(Math.max(to, 0), SCALES.length - 1);
    apply();
    store.write(KIND, SLUG, String(SCALES[place]));
    onChange();
  };
  return {
    larger: () => set(place + 1),
    smaller: () => set(place - 1),
    /** The size in words. */
    words: () => `${Math.round(SCALES[place] * 100)} %`,
    isLargest: () => place === SCALES.length - 1,
    isSmallest: () => place === 0,
  };
}
