/** What a service worker has and gets, as far as it is used here: the types of the DOM leave it out. */

export interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface Asked extends LastingEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

export interface Told extends LastingEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}

export interface Client {
  readonly id: string;
  readonly url: string;
  postMessage(message: unknown, transfer: Transferable[]): void;
}

export interface ServiceScope {
  /** The identity of the release that this worker stands for; the build writes it in front of the script. */
  readonly release: string;
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void>; matchAll(): Promise<Client[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(type: "fetch", listener: (event: Asked) => void): void;
  addEventListener(type: "message", listener: (event: Told) => void): void;
}

/** A page tells which it is: its path below the site's root, and its identity. */
export interface FromPage {
  readonly page: string;
  readonly id: string;
}

/** The worker answers with its release, and whether that has another state of the page. */
export interface ToPage {
  readonly release: string;
  readonly newer: boolean;
}
