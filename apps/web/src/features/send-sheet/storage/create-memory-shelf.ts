import type { Shelf } from './shelf.ts';

/** For tests, and for browsers that refuse to keep anything: what it holds ends with the page. */
export const createMemoryShelf = <T>(keyOf: (value: T) => string): Shelf<T> => {
  const values = new Map<string, T>();
  return {
    list: () => Promise.resolve([...values.values()]),
    get: (key) => Promise.resolve(values.get(key) ?? null),
    put: (value) => {
      values.set(keyOf(value), structuredClone(value));
      return Promise.resolve();
    },
    delete: (key) => {
      values.delete(key);
      return Promise.resolve();
    },
  };
};
