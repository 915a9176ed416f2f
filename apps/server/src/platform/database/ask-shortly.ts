/**
 * Asks the database no longer than a moment: `undefined` where it hangs, while one that refuses rejects. A server that
 * hangs refuses nothing; who asks shall not hang with it. All who ask at the same time share one statement, so that asking
 * often takes no connections from those who work.
 */
export const askShortly = <T>(ask: () => Promise<T>, withinMs: number): (() => Promise<T | undefined>) => {
  let asked: Promise<T> | undefined;
  return async () => {
    asked ??= ask().finally(() => {
      asked = undefined;
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), withinMs);
    });
    try {
      return await Promise.race([asked, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};

/** What a scrape may wait for: Prometheus gives up on it after five seconds as deploy/ sets it, and takes the server for gone. */
export const metricsWithinMs = 2_000;
