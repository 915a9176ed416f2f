// What everybody may see, as this device last saw it. A device that refuses to keep anything knows nothing; no call fails.

export interface LastKnown<T> {
  readonly value: T;
  /** When it was the present, RFC 3339. */
  readonly at: string;
}

interface Entry extends LastKnown<unknown> {
  readonly name: string;
}

const databaseName = 'comitium-last-known';
const storeName = 'answers';
/** Places of a map somebody has looked at; the oldest go first. */
const entriesAtMost = 80;

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps no data'));
  });

let opened: Promise<IDBDatabase> | null = null;

const openDatabase = async (): Promise<IDBDatabase> => {
  const request = indexedDB.open(databaseName, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(storeName, { keyPath: 'name' }).createIndex('at', 'at');
  };
  const database = await settle(request);
  database.onversionchange = () => database.close();
  database.onclose = () => {
    opened = null;
  };
  return database;
};

const store = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  opened ??= openDatabase();
  return (await opened).transaction(storeName, mode).objectStore(storeName);
};

const orNothing = async <T>(work: () => Promise<T>): Promise<T | null> => {
  try {
    return await work();
  } catch {
    opened = null;
    return null;
  }
};

export const readLastKnown = <T>(name: string): Promise<LastKnown<T> | null> =>
  orNothing(async () => {
    const entry = await settle<Entry | undefined>((await store('readonly')).get(name));
    return entry === undefined ? null : { value: entry.value as T, at: entry.at };
  });

export const keepLastKnown = async (name: string, value: unknown, at: string): Promise<void> => {
  await orNothing(async () => {
    const answers = await store('readwrite');
    await settle(answers.put({ name, value, at }));
    const tooMany = (await settle(answers.count())) - entriesAtMost;
    if (tooMany <= 0) return;
    const oldest = await settle(answers.index('at').getAllKeys(null, tooMany));
    for (const key of oldest) answers.delete(key);
  });
};

/** Somebody has signed out: what he looked at is nobody else's. */
export const forgetLastKnown = async (): Promise<void> => {
  await orNothing(async () => settle((await store('readwrite')).clear()));
};
