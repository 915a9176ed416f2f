/** A set of records by key that survives the page. Every call settles only when the change is safely kept. */
export interface Shelf<T> {
  readonly list: () => Promise<readonly T[]>;
  readonly get: (key: string) => Promise<T | null>;
  readonly put: (value: T) => Promise<void>;
  readonly delete: (key: string) => Promise<void>;
}
