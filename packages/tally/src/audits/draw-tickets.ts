// R. L. Rivest, Consistent Sampling with Replacement, arXiv:1808.10016 (2018): as Arlo draws ballots.
import { nextTicket, type TicketNumber, ticketsOf } from '../random/consistent-sampler.ts';
import { createLargestFirst } from './largest-first.ts';

export interface DrawnTicket {
  readonly id: string;
  readonly ticket: TicketNumber;
  /** How often this id has been drawn by now, from 1. */
  readonly times: number;
}

export interface TicketPlan {
  readonly count: number;
  readonly replace: boolean;
  /** Hears how many ids have their ticket. */
  readonly onProgress?: ((ids: number) => void) | undefined;
}

/**
 * The `count` lowest tickets, lowest first; with replacement whoever is drawn returns with a later ticket. A larger count begins with the
 * same draws. Throws RangeError where more are wanted than there are and nobody returns, or where there is nobody at all.
 */
export const drawTickets = (
  ids: Iterable<string>,
  seed: string,
  { count, replace, onProgress = () => undefined }: TicketPlan,
): DrawnTicket[] => {
  // Whoever is not among the first `count` by first ticket cannot be drawn in time, as returning only makes the others later.
  const kept = createLargestFirst<DrawnTicket>(byTicket);
  const ticketOf = ticketsOf(seed);
  let size = 0;
  let seen = 0;
  for (const id of ids) {
    kept.push({ id, ticket: ticketOf(id), times: 1 });
    if (++size > count) {
      kept.pop();
      size--;
    }
    onProgress(++seen);
  }
  if (size < count && (!replace || size === 0)) throw new RangeError(`${count} draws from ${seen} ids`);
  const open = createLargestFirst<DrawnTicket>((a, b) => byTicket(b, a));
  for (let one = kept.pop(); one !== undefined; one = kept.pop()) open.push(one);
  return Array.from({ length: count }, () => {
    const drawn = open.pop();
    if (drawn === undefined) throw new Error('a draw from nobody');
    if (replace) open.push({ ...drawn, ticket: nextTicket(drawn.ticket), times: drawn.times + 1 });
    return drawn;
  });
};

const byTicket = (a: DrawnTicket, b: DrawnTicket): number =>
  a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0;

/** A ticket as people write it: the nines it begins with and `digits` digits more, cut, not rounded. */
export const shortTicket = (ticket: TicketNumber, digits = 9): string => {
  const nines = /^0\.(9*)/.exec(ticket)?.[1]?.length ?? 0;
  return ticket.slice(0, 2 + nines + digits);
};
