import type { SheetConflict } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { ProblemError } from '../../../data/problem-error.ts';
import { conflictQuery } from '../desk-queries.ts';
import type { DeskList } from '../queue/use-still-list.ts';

interface OpenConflict {
  /** Null while it is read, and where there is none. */
  readonly conflict: (SheetConflict & { readonly gone: boolean }) | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** The conflict that is open: as the list knows it, or read alone when it stands on another page. */
export const useOpenConflict = (
  election: string,
  { id, list }: { readonly id: string; readonly list: DeskList<SheetConflict> },
): OpenConflict => {
  const listed = list.rows.find((row) => row.id === id) ?? null;
  const alone = useQuery({
    ...conflictQuery(election, id),
    // What is settled stays so: every news of the desk would ask for it again.
    enabled: ({ state }) => listed === null && !list.loading && !isGone(state.error),
  });
  const settled = isGone(alone.error);
  const read = alone.data ? { ...alone.data, gone: settled } : null;
  return {
    conflict: listed ?? read,
    error: (listed ?? read) ? null : alone.error,
    retry: () => void alone.refetch(),
  };
};

const isGone = (error: Error | null): boolean => error instanceof ProblemError && error.status === 404;
