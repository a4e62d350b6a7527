/** The service worker: installs its release whole, answers from it, and clears away what came before. */

import { installRelease } from "./installing.js";
import { createAnswers } from "./answering.js";
import { openRelease } from "./release.js";
import { sweep } from "./sweeping.js";

/** @import { ServiceScope, FromPage } from "./service.js" */

const service = /** @type {ServiceScope} */ (/** @type {unknown} */ (self));
const root = service.registration.scope;
const id = service.release;
/** @type {ReturnType<typeof openRelease> | null} */
let opened = null;

/** The release, opened once; again only after that failed. */
function release() {
  const opening = (opened ??= openRelease(root, id));
  opening.catch(() => (opened = null));
  return opening;
}

const answers = createAnswers({ root, release, update: () => service.registration.update().catch(() => undefined) });

service.addEventListener("install", (event) => {
  event.waitUntil(release().then((own) => installRelease(root, id, own)).then(() => service.skipWaiting()));
});

service.addEventListener("activate", (event) => {
  const work = async () => {
    await service.clients.claim();
    await sweep(service, id, await release());
  };
  event.waitUntil(work());
});

service.addEventListener("fetch", (event) => {
  const answer = answers.find(event);
  if (answer) event.respondWith(answer);
});

service.addEventListener("message", (event) => {
  const { page, id: shown } = /** @type {FromPage} */ (event.data);
  const work = async () => {
    const own = await release();
    const known = own.manifest.pages[page];
    event.ports[0].postMessage({ release: id, newer: known !== undefined && known.id !== shown });
    await sweep(service, id, own);
  };
  event.waitUntil(work());
});
