import { comparePositions, type LedgerPosition } from './ledger-event.ts';

interface Waiter {
  readonly target: LedgerPosition;
  resolve(): void;
  reject(error: Error): void;
}

/** Those who wait until a follower has come as far as a position. */
export const createPositionWaiters = () => {
  const waiters = new Set<Waiter>();
  let closed: Error | undefined;
  return {
    waitFor: (target: LedgerPosition): Promise<void> =>
      new Promise((resolve, reject) => {
        if (closed === undefined) waiters.add({ target, resolve, reject });
        else reject(closed);
      }),
    size: (): number => waiters.size,
    release: (position: LedgerPosition): void => {
      for (const waiter of waiters) {
        if (comparePositions(position, waiter.target) < 0) continue;
        waiters.delete(waiter);
        waiter.resolve();
      }
    },
    close: (reason: Error): void => {
      closed = reason;
      for (const waiter of waiters) waiter.reject(reason);
      waiters.clear();
    },
  };
};
