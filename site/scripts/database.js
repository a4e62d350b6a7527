/** Promises around IndexedDB: one store of records, opened once. */

/** A browser whose database has come to harm may never answer. */
const PATIENCE_MS = 10_000;

/**
 * Open a database with one object store; its records carry the keys themselves.
 * @param {string} name @param {string} store @param {string[]} keyPath
 * @param {() => void} onClose it has to be opened again
 * @returns {Promise<IDBDatabase>} rejects where the browser keeps nothing
 */
export function openDatabase(name, store, keyPath, onClose) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    setTimeout(() => reject(new Error("the browser does not open its database")), PATIENCE_MS);
    opening.addEventListener("upgradeneeded", () => void opening.result.createObjectStore(store, { keyPath }));
    opening.addEventListener("error", () => reject(opening.error));
    opening.addEventListener("blocked", () => reject(new Error("another tab keeps an older database open")));
    opening.addEventListener("success", () => {
      const database = opening.result;
      database.addEventListener("close", onClose);
      database.addEventListener("versionchange", () => {
        database.close();
        onClose();
      });
      resolve(database);
    });
  });
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
export function answer(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} when everything in it is kept */
export function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error));
  });
}
