/** What the caches of one site are called; sites below different paths of one origin do not meet. */

/** @param {string} root the address of the site */
export function nameCaches(root) {
  const start = `scratchwork:${new URL(root).pathname}:`;
  return {
    /** The pages, scripts and styles of one release. @param {string} id */
    release: (id) => `${start}release:${id}`,
    /** @param {string} name */
    isRelease: (name) => name.startsWith(`${start}release:`),
    /** Python and its packages, which releases share: their paths carry the hash of their content. */
    runtime: `${start}runtime`,
    /** Which lists the learner wants to have. */
    wanted: `${start}wanted`,
  };
}
