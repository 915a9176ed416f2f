import type { PageOf } from '@comitium/contract';
import { fetchBody, type Query } from './send-request.ts';

/** All pages of a list as one, for lists that a page shows or offers as a whole. */
export const fetchWhole = async <T>(
  path: string,
  { query = {}, signal }: { query?: Query; signal: AbortSignal },
): Promise<PageOf<T>> => {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: PageOf<T> = await fetchBody(path, { query: { limit: 100, ...query, cursor }, signal });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return { items, nextCursor: null };
};
