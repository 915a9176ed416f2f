import type { Ballots } from '../../ballots/ballots.ts';

/** The valid votes divided by one more than the seats, decimals ignored, increased by one; in whole votes. */
export const droopQuota = (validWeight: number, { weightScale }: Ballots, seats: number): number =>
  Math.floor(validWeight / (weightScale * (seats + 1))) + 1;
