import { multiplyDivide } from '../../exact/rounding.ts';
import type { OptionsOf } from '../options.ts';
import type { stvOptions } from './stv-options.ts';

/** The quota of some held votes, in units. An exact quota is cut to one unit; a whole one to one vote, `perVote` units. At least one unit. */
export const stvQuota = (
  held: number,
  { quota, quotaRounding }: Pick<OptionsOf<typeof stvOptions>, 'quota' | 'quotaRounding'>,
  { seats, perVote }: { readonly seats: number; readonly perVote: number },
): number => {
  const step = quotaRounding === 'whole' ? perVote : 1;
  const shares = quota === 'droop' ? seats + 1 : seats;
  const steps = multiplyDivide(held, 1, { by: shares * step, rounding: 'down' });
  return quota === 'droop' ? (steps + 1) * step : Math.max(1, steps) * step;
};
