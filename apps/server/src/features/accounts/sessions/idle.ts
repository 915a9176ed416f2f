import type { Config } from '../../../platform/config/settings.ts';

type Settings = Pick<Config, 'privilegedIdle' | 'tokenLifetime'>;

/**
 * The last use that keeps an administrator's session open; null where none is asked for. A use is seen when a token
 * is renewed, so that nothing shorter than a token's life can be told from being idle.
 */
export const idleSince = (config: Settings, now: Date): Date | null =>
  config.privilegedIdle === 0
    ? null
    : new Date(now.getTime() - Math.max(config.privilegedIdle, config.tokenLifetime) * 1000);
