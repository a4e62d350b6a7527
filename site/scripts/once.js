/** Work that is done once, whoever asks for it. */

/**
 * Call `work` once; again only after it failed.
 *
 * @template T
 * @param {() => Promise<T>} work
 */
export function once(work) {
  /** @type {Promise<T> | null} */
  let running = null;
  return () => {
    running ??= work().catch((error) => {
      running = null;
      throw error;
    });
    return running;
  };
}
