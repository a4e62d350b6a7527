/** Does one thing after the other, so many side by side. */

/**
 * Rejects as soon as one does.
 * @template T @param {number} atOnce @param {T[]} items @param {(item: T) => Promise<unknown>} work
 */
export async function each(atOnce, items, work) {
  const queue = [...items];
  const next = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}
