/** Clears away earlier releases, once no open page is made of them. */

import { nameCaches } from "./names.js";

/** @import { Client, ServiceScope } from "./service.js" */
/** @import { Release } from "./installing.js" */

const SILENCE_MS = 3_000;

/** @param {ServiceScope} service @param {string} id @param {Release} release */
export async function sweep(service, id, release) {
  // What a newer release has brought so far must not be taken for an older one.
  if (service.registration.installing || service.registration.waiting) return;
  const names = nameCaches(service.registration.scope);
  const others = (await caches.keys()).filter((name) => names.isRelease(name) && name !== names.release(id));
  if (others.length === 0) return;
  // A page that says nothing may still need its own scripts: what is old goes another time.
  const open = await Promise.all((await service.clients.matchAll()).map(askAssets));
  if (open.some((assets) => !assets.endsWith(`/${release.manifest.assets}`))) return;
  await Promise.all(others.map((name) => caches.delete(name)));
  await release.dropRuntime((path) => path in release.manifest.files);
}

/** Which folder its scripts are from. @param {Client} client @returns {Promise<string>} */
function askAssets(client) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(""), SILENCE_MS);
    port1.onmessage = ({ data }) => {
      clearTimeout(timer);
      resolve(String(data));
    };
    client.postMessage("assets?", [port2]);
  });
}
