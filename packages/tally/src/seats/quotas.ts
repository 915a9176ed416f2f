import { type Rational, rational } from '../exact/rational.ts';

/**
 * The price of a seat: votes / (seats + added), or for Droop the next whole number above votes / (seats + 1). Sources: T. Hare, The
 * Election of Representatives (1859); H. R. Droop, On methods of electing representatives (1881); E. Hagenbach-Bischoff, Die Frage
 * der Einführung einer Proportionalvertretung (1888); Imperiali: Italy's law of 1946 (d. lgt. 74/1946), until 1993.
 */
export type QuotaName = 'hare' | 'droop' | 'hagenbach-bischoff' | 'imperiali';

const added: Readonly<Record<QuotaName, number>> = {
  hare: 0,
  droop: 1,
  'hagenbach-bischoff': 1,
  imperiali: 2,
};

/**
 * The quota of `votes` votes for `seats` seats, exactly. `lowered` is how often the divisor was made smaller because the quota
 * gave out more seats than there are. Throws RangeError without seats.
 */
export const quotaOf = (name: QuotaName, votes: number, seats: number, lowered = 0): Rational => {
  const divisor = seats + Math.max(0, added[name] - lowered);
  if (divisor === 0) throw new RangeError('a quota needs seats');
  const exact = rational(votes, divisor);
  return name === 'droop' && lowered === 0 ? rational(exact.numerator / exact.denominator + 1n) : exact;
};
