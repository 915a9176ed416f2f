import { ProblemError } from '../problem-error.ts';
import { queryClient } from '../query-client.ts';
import { keepLastKnown, readLastKnown } from './last-known.ts';

/** Phones often say they are connected when nothing gets through; then what was known before is shown. */
const patienceMs = 4_000;

interface Asked<T> {
  readonly key: readonly unknown[];
  readonly load: () => Promise<T>;
  /** What not everybody may see is not kept. */
  readonly mayKeep?: (value: T) => boolean;
}

let answeredFromStore = false;

const isUnreached = (error: unknown): boolean =>
  error instanceof ProblemError && (error.status === 0 || error.status >= 500);

/** For query functions: the server's answer, kept on this device; without one in time, the answer kept before. */
export const orLastKnown = async <T>({ key, load, mayKeep = () => true }: Asked<T>): Promise<T> => {
  const name = JSON.stringify(key);
  let late = false;
  const loading = load().then((value) => {
    if (mayKeep(value)) void keepLastKnown(name, value, new Date().toISOString());
    if (late) queryClient.setQueryData(key, value);
    return value;
  });
  const kept = async (otherwise: () => Promise<T> | never): Promise<T> => {
    const found = await readLastKnown<T>(name);
    if (found === null) return otherwise();
    late = true;
    answeredFromStore = true;
    return found.value;
  };
  const patience = Promise.withResolvers<T>();
  const timer = setTimeout(() => patience.resolve(kept(() => loading)), patienceMs);
  try {
    return await Promise.race([loading, patience.promise]);
  } catch (error) {
    if (!isUnreached(error)) throw error;
    return await kept(() => {
      throw error;
    });
  } finally {
    clearTimeout(timer);
  }
};

/** What came from the store is asked for again when the network is back. */
export const askAgainWhenOnline = (): void =>
  window.addEventListener('online', () => {
    if (!answeredFromStore) return;
    answeredFromStore = false;
    void queryClient.invalidateQueries();
  });
