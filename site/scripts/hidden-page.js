/** Lets a page that is out of sight give memory back. */

const HIDDEN_SECONDS = 60;

/**
 * @param {object} options
 * @param {() => boolean} options.isIdle
 * @param {() => void} options.drop called once the page has been hidden for a while
 * @param {() => void} options.refill called when it is seen again
 */
export function watchHiddenPage({ isIdle, drop, refill }) {
  let timer = 0;
  document.addEventListener("visibilitychange", () => {
    clearTimeout(timer);
    if (!isIdle()) return;
    if (document.hidden) timer = setTimeout(() => isIdle() && drop(), HIDDEN_SECONDS * 1000);
    else refill();
  });
}
