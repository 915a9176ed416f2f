import { multiplyDivide } from '../../exact/rounding.ts';
import type { OptionsOf } from '../options.ts';
import type { stvOptions } from './stv-options.ts';

/** The quota of some held votes, in units, to one vote (`perVote` units) or to one unit. At least one unit. */
export const stvQuota = (
  held: number,
  { quota, quotaRounding }: Pick<OptionsOf<typeof stvOptions>, 'quota' | 'quotaRounding'>,
  { seats, perVote }: { readonly seats: number; readonly perVote: number },
): number => {
  const step = quotaRounding.startsWith('whole') ? perVote : 1;
  const up = quotaRounding.endsWith('-up');
  const shares = quota === 'droop' ? seats + 1 : seats;
  const steps = multiplyDivide(held, 1, { by: shares * step, rounding: up ? 'up' : 'down' });
  return (quota === 'droop' && !up ? steps + 1 : Math.max(1, steps)) * step;
};
