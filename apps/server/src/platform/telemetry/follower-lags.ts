import { runningFollowers } from '../ledger/index.ts';
import type { Platform } from '../platform.ts';

const everyMs = 2000;

export interface FollowerLags {
  /** Age in seconds of the oldest event some follower of this process has not handled; 0 when all are up to date. */
  worst(): number;
  start(): void;
  stop(): void;
}

/** Looks every two seconds how far this process's followers are behind, for /metrics and /readyz. */
export const followerLags = (platform: Platform): FollowerLags => {
  let worst = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    let most = 0;
    for (const follower of runningFollowers(platform.db)) {
      const { seconds } = await follower.lag();
      platform.metrics.followerLagSeconds.set({ follower: follower.name }, seconds);
      most = Math.max(most, seconds);
    }
    worst = most;
  };
  const tick = (): void => {
    look()
      .catch((error: unknown) => platform.log.warn({ err: error }, 'the followers’ lag could not be read'))
      .finally(() => {
        if (timer !== undefined) timer = setTimeout(tick, everyMs).unref();
      });
  };
  return {
    worst: () => worst,
    start: () => {
      timer = setTimeout(tick, everyMs).unref();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
};
