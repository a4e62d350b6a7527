/** Takes from the worker whatever leads out of it. */

const POWERS = [
  "fetch",
  "XMLHttpRequest",
  "WebSocket",
  "WebSocketStream",
  "EventSource",
  "WebTransport",
  "RTCPeerConnection",
  "Worker",
  "SharedWorker",
  "importScripts",
  "indexedDB",
  "caches",
  "cookieStore",
  "BroadcastChannel",
  "Notification",
  "FileReaderSync",
  "navigator",
  "webkitRequestFileSystem",
  "webkitRequestFileSystemSync",
  "webkitResolveLocalFileSystemURL",
  "webkitResolveLocalFileSystemSyncURL",
];

/** Remove them from the global object and its prototypes; throws where one cannot be removed. */
export function giveUpPowers() {
  for (const name of POWERS) {
    for (let owner = self; owner !== null; owner = Object.getPrototypeOf(owner)) {
      delete (/** @type {Record<string, unknown>} */ (/** @type {unknown} */ (owner))[name]);
    }
    if (name in self) throw new Error(`${name} cannot be removed`);
  }
}
