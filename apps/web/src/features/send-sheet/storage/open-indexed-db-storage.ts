import type { SheetStorage } from './sheet-storage.ts';
import type { Shelf } from './shelf.ts';

const databaseName = 'comitium-sheets';
const keyPaths = { drafts: 'id', queue: 'key', snapshots: 'name' } as const;
type StoreName = keyof typeof keyPaths;

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no data'));
  });

const openDatabase = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    for (const [name, keyPath] of Object.entries(keyPaths)) {
      request.result.createObjectStore(name, { keyPath });
    }
  };
  return settle(request);
};

/** Resolves on the transaction's end, not on the request's: only then is the record on the disk. */
const write = (
  database: IDBDatabase,
  name: StoreName,
  change: (store: IDBObjectStore) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error(`could not write ${name}`));
    change(transaction.objectStore(name));
  });

const createShelf = <T>(database: IDBDatabase, name: StoreName): Shelf<T> => {
  const store = (): IDBObjectStore => database.transaction(name, 'readonly').objectStore(name);
  return {
    list: () => settle<T[]>(store().getAll()),
    get: async (key) => (await settle<T | undefined>(store().get(key))) ?? null,
    put: (value) => write(database, name, (target) => target.put(value)),
    delete: (key) => write(database, name, (target) => target.delete(key)),
  };
};

/** Sheets, photographs and drafts in the browser's own database: they survive reload, closing and power loss. */
export const openIndexedDbStorage = async (): Promise<SheetStorage> => {
  const database = await openDatabase();
  // A newer page in another tab may need to change the layout; holding on would block it for ever.
  database.onversionchange = () => database.close();
  return {
    drafts: createShelf(database, 'drafts'),
    queue: createShelf(database, 'queue'),
    snapshots: createShelf(database, 'snapshots'),
  };
};
