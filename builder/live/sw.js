/** Takes the place of a service worker that a built site has left at this address: it keeps nothing, and goes. */
const service = /** @type {any} */ (self);

service.addEventListener("install", () => service.skipWaiting());
service.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(leave()));

async function leave() {
  const own = `scratchwork:${new URL(service.registration.scope).pathname}:`;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(own)).map((name) => caches.delete(name)));
  await service.registration.unregister();
}
