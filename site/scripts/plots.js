/** Keeps workers that can draw: their runtime comes when code first imports Matplotlib, and never before. */

import { createRuntime } from "./runtime.js";
import { createSpares } from "./spares.js";

/** @import { RuntimeManifest } from "./contracts.js" */
/** @import { Runtime } from "./runtime.js" */
/** @import { Spares } from "./spares.js" */

const IMPORTS = /^[ \t]*(?:import|from)\b[^#\n]*\b(?:matplotlib|mpl_toolkits|pylab)\b/m;

/** Tell whether code imports Matplotlib. @param {string} source */
export function drawsFigures(source) {
  return IMPORTS.test(source);
}

/**
 * @param {RuntimeManifest} manifest the page's own, which names the other
 * @param {Runtime} runtime the page's own
 */
export function createPlots({ base, plots }, runtime) {
  /** @type {Promise<Spares> | null} */
  let coming = null;
  /** @type {Spares | null} */
  let loaded = null;

  async function load() {
    const url = new URL(base + plots, document.baseURI);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.href}: HTTP ${response.status}`);
    /** @type {RuntimeManifest} */
    const manifest = { ...(await response.json()), base };
    loaded = createSpares(createRuntime(manifest, runtime.shared), "Matplotlib", async () => null);
    return loaded;
  }

  return {
    areNeeded: (/** @type {string} */ source) => plots !== null && drawsFigures(source),
    /** The workers; rejects where they cannot be loaded, and tries again when asked again. */
    spares() {
      coming ??= load().catch((error) => {
        coming = null;
        throw error;
      });
      return coming;
    },
    /** Those that are there, or null. */
    loaded: () => loaded,
  };
}
