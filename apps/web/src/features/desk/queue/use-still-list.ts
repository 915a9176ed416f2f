import { useEffect, useRef, useState } from 'react';
import { type MergedList, mergeList } from './merge-list.ts';
import type { ListPage } from './use-list-page.ts';

export interface StillList<T> extends MergedList<T> {
  /** Shows the list as it is now. */
  readonly showNew: () => void;
}

/** What a queue of the desk shows, of sheets as of conflicts. */
export interface DeskList<T> extends StillList<T> {
  readonly loading: boolean;
  readonly error: Error | null;
  readonly page: ListPage;
  readonly retry: () => void;
}

interface Shown {
  readonly of: string;
  readonly order: readonly string[];
}

interface Newest<T> {
  /** Undefined while they are read. */
  readonly fresh: readonly T[] | undefined;
  readonly more: boolean;
}

/** The newest rows under a person's eyes: those known keep their places until he asks for the new ones. */
export const useStillList = <T extends { readonly id: string }>(
  of: string,
  { fresh, more }: Newest<T>,
): StillList<T> => {
  const known = useRef(new Map<string, T>());
  const [shown, setShown] = useState<Shown>({ of: '', order: [] });
  for (const row of fresh ?? []) known.current.set(row.id, row);
  const now = (fresh ?? []).map(({ id }) => id);
  const order = shown.of === of && shown.order.length > 0 ? shown.order : now;
  const merged = mergeList(order, { fresh: fresh ?? [], known: known.current, more });
  // Rows that followed at the end keep their places from then on like the others.
  const grown = merged.rows.length > order.length ? merged.rows.map(({ id }) => id) : order;
  useEffect(() => {
    if (fresh && (shown.of !== of || grown.length !== shown.order.length)) setShown({ of, order: grown });
  }, [fresh, of, shown, grown]);
  return { ...merged, showNew: () => setShown({ of, order: now }) };
};
