import { useState } from 'react';

/** Which page of a list is shown, and the ways to its neighbours; null where there is none. */
export interface ListPage {
  readonly number: number;
  readonly next: (() => void) | null;
  readonly previous: (() => void) | null;
}

/**
 * A list is read page by page, so that reading it again costs the same among tens of thousands. What else is listed,
 * `of`, begins at the first page.
 */
export const useListPage = (of: string) => {
  const [at, setAt] = useState<{ readonly of: string; readonly cursors: readonly string[] }>({
    of,
    cursors: [],
  });
  const cursors = at.of === of ? at.cursors : [];
  const cursor = cursors.at(-1) ?? '';
  const pageOf = (nextCursor: string | null | undefined): ListPage => ({
    number: cursors.length + 1,
    next: nextCursor ? () => setAt({ of, cursors: [...cursors, nextCursor] }) : null,
    previous: cursors.length > 0 ? () => setAt({ of, cursors: cursors.slice(0, -1) }) : null,
  });
  return { cursor, pageOf };
};
