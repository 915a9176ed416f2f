import { useQuery } from '@tanstack/react-query';
import { type KeptAnswer, nameFor } from './kept-answers.ts';
import { useSender } from './sender-context.ts';

export interface Kept<T> {
  readonly data: T | null;
  /** When what is shown was read, when it comes from the store and not from the server. */
  readonly keptAt: string | null;
  readonly error: Error | null;
  readonly loading: boolean;
  readonly refresh: () => void;
}

/** An answer of the server, or while it cannot be reached the last one kept on this device. */
export const useKept = <T>(answer: KeptAnswer<T>): Kept<T> => {
  const { storage, person } = useSender();
  const keptName = nameFor(person.id, answer);
  const kept = useQuery({
    queryKey: ['kept', keptName],
    queryFn: () => storage.snapshots.get(keptName),
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fresh = useQuery({
    queryKey: ['send-sheet', keptName],
    queryFn: async ({ signal }) => {
      const value = await answer.load(signal);
      await storage.snapshots.put({ name: keptName, value, at: new Date().toISOString() });
      return value;
    },
  });
  const data = fresh.data ?? ((kept.data?.value ?? null) as T | null);
  return {
    data,
    keptAt: fresh.data === undefined ? (kept.data?.at ?? null) : null,
    error: fresh.error,
    loading: data === null && (kept.isPending || fresh.isFetching),
    refresh: () => void fresh.refetch(),
  };
};
