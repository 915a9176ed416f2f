import type { Sheet } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { sheetsQuery } from '../desk-queries.ts';
import type { DeskState } from './desk-state.ts';
import type { SheetTab } from './desk-tabs.ts';
import { useListPage } from './use-list-page.ts';
import { type DeskList, useStillList } from './use-still-list.ts';

interface Wanted {
  readonly tab: SheetTab;
  readonly q: string;
  readonly live: DeskState | null;
}

/** The sheets of one tab, kept still. */
export const useDeskList = (election: string, { tab, q, live }: Wanted): DeskList<Sheet> => {
  const of = `${election} ${tab} ${q}`;
  const { cursor, pageOf } = useListPage(of);
  const { data, isPending, error, refetch } = useQuery(sheetsQuery(election, tab, { q, cursor }));
  const more = data?.nextCursor != null;
  const { rows, ...list } = useStillList(`${of} ${cursor}`, { fresh: data?.items, more });
  const statusNow = new Map(live?.latest.map(({ id, status }) => [id, status]));
  return {
    ...list,
    rows: rows.map((row) => (row.gone ? { ...row, status: statusNow.get(row.id) ?? row.status } : row)),
    loading: isPending,
    error,
    page: pageOf(data?.nextCursor),
    retry: () => void refetch(),
  };
};
