import type { SheetConflict } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { conflictsQuery } from '../desk-queries.ts';
import { type DeskList, useStillList } from '../queue/use-still-list.ts';

/** The open conflicts, kept still; those settled while they were looked at stay, marked as gone. */
export const useConflictList = (election: string, q: string): DeskList<SheetConflict> => {
  const { data, isPending, error, refetch } = useQuery(conflictsQuery(election));
  const found = useMemo(() => data?.items.filter((conflict) => matches(conflict, q)), [data, q]);
  const list = useStillList(`${election} ${q}`, found);
  return {
    ...list,
    loading: isPending,
    error,
    more: data?.nextCursor != null,
    retry: () => void refetch(),
  };
};

const matches = ({ station, contestName }: SheetConflict, q: string): boolean => {
  const words = [station.code, station.name, ...station.path, contestName].join(' ').toLocaleLowerCase();
  return words.includes(q.trim().toLocaleLowerCase());
};
