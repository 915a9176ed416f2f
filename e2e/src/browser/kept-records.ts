import type { Page } from 'playwright-core';

/** Everything that a database of the page's browser holds, of all its stores. */
export const keptRecords = (page: Page, database: string): Promise<unknown[]> =>
  page.evaluate(async (name) => {
    const settle = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const known = (await indexedDB.databases()).some((one) => one.name === name);
    if (!known) return [];
    const opened = await settle(indexedDB.open(name));
    const stores = [...opened.objectStoreNames].map((store) =>
      settle<unknown[]>(opened.transaction(store).objectStore(store).getAll()),
    );
    const records = (await Promise.all(stores)).flat();
    opened.close();
    return records;
  }, database);
