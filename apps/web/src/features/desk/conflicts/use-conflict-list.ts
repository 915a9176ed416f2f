import type { SheetConflict } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { conflictsQuery } from '../desk-queries.ts';
import { useListPage } from '../queue/use-list-page.ts';
import { type DeskList, useStillList } from '../queue/use-still-list.ts';

/** The open conflicts, kept still; those settled while they were looked at stay, marked as gone. */
export const useConflictList = (election: string, q: string): DeskList<SheetConflict> => {
  const of = `${election} ${q}`;
  const { cursor, pageOf } = useListPage(of);
  const { data, isPending, error, refetch } = useQuery(conflictsQuery(election, { q, cursor }));
  const more = data?.nextCursor != null;
  const list = useStillList(`${of} ${cursor}`, { fresh: data?.items, more });
  return {
    ...list,
    loading: isPending,
    error,
    page: pageOf(data?.nextCursor),
    retry: () => void refetch(),
  };
};
