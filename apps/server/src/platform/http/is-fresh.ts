/** Whether an If-None-Match header names this ETag: proxies that compress weaken it, and caches may send several. */
export const isFresh = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((part) => [etag, '*'].includes(part.trim().replace(/^W\//, '')));
