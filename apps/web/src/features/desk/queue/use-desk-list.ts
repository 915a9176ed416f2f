import type { Sheet } from '@comitium/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { sheetsQuery } from '../desk-queries.ts';
import type { DeskTab } from './desk-tabs.ts';
import { type MergedList, mergeList } from './merge-list.ts';
import type { DeskState } from './use-desk-topic.ts';

export interface DeskList extends MergedList<Sheet> {
  readonly loading: boolean;
  readonly error: Error | null;
  readonly more: boolean;
  /** Shows the list as it is now. */
  readonly showNew: () => void;
  readonly retry: () => void;
}

interface Shown {
  readonly of: string;
  readonly order: readonly string[];
}

/** The sheets of one tab, kept still; the desk's topic only says when to look again. */
export const useDeskList = (
  election: string,
  { tab, q, live }: { readonly tab: DeskTab; readonly q: string; readonly live: DeskState | null },
): DeskList => {
  const client = useQueryClient();
  const { data, isPending, error, refetch } = useQuery(sheetsQuery(election, tab, q));
  const known = useRef(new Map<string, Sheet>());
  const [shown, setShown] = useState<Shown>({ of: '', order: [] });
  const of = `${election} ${tab} ${q}`;
  const fresh = data?.items ?? [];
  for (const sheet of fresh) known.current.set(sheet.id, sheet);
  const order = shown.of === of && shown.order.length > 0 ? shown.order : fresh.map(({ id }) => id);

  useEffect(() => {
    if (data && (shown.of !== of || shown.order.length === 0)) {
      setShown({ of, order: data.items.map(({ id }) => id) });
    }
  }, [data, of, shown]);
  useEffect(() => {
    if (live !== null) void client.invalidateQueries({ queryKey: ['desk', election] });
  }, [client, election, live]);

  const { rows, waiting } = mergeList(order, { fresh, known: known.current });
  const statusNow = new Map(live?.latest.map(({ id, status }) => [id, status]));
  return {
    rows: rows.map((row) => (row.gone ? { ...row, status: statusNow.get(row.id) ?? row.status } : row)),
    waiting,
    loading: isPending,
    error,
    more: data?.nextCursor != null,
    showNew: () => setShown({ of, order: fresh.map(({ id }) => id) }),
    retry: () => void refetch(),
  };
};
