import { useEffect, useRef, useState } from 'react';
import { type MergedList, mergeList } from './merge-list.ts';

export interface StillList<T> extends MergedList<T> {
  /** Shows the list as it is now. */
  readonly showNew: () => void;
}

/** What a queue of the desk shows, of sheets as of conflicts. */
export interface DeskList<T> extends StillList<T> {
  readonly loading: boolean;
  readonly error: Error | null;
  readonly more: boolean;
  readonly retry: () => void;
}

interface Shown {
  readonly of: string;
  readonly order: readonly string[];
}

/** The newest rows under a person's eyes: those known keep their places until he asks for the new ones. */
export const useStillList = <T extends { readonly id: string }>(
  of: string,
  fresh: readonly T[] | undefined,
): StillList<T> => {
  const known = useRef(new Map<string, T>());
  const [shown, setShown] = useState<Shown>({ of: '', order: [] });
  for (const row of fresh ?? []) known.current.set(row.id, row);
  const now = (fresh ?? []).map(({ id }) => id);
  const order = shown.of === of && shown.order.length > 0 ? shown.order : now;
  useEffect(() => {
    if (fresh && (shown.of !== of || shown.order.length === 0)) {
      setShown({ of, order: fresh.map(({ id }) => id) });
    }
  }, [fresh, of, shown]);
  return {
    ...mergeList(order, { fresh: fresh ?? [], known: known.current }),
    showNew: () => setShown({ of, order: now }),
  };
};
