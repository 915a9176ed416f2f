import { sha256Hex } from './sha256.ts';

/** A ticket number between 0 and 1 as decimal text, `0.…`; lower ones are drawn first. Compare as text. */
export type TicketNumber = string;

/** The first ticket of an id under a seed. */
export const firstTicket = (id: string, seed: string): TicketNumber => ticketsOf(seed)(id);

/** The same for many ids: the seed is hashed once. */
export const ticketsOf = (seed: string): ((id: string) => TicketNumber) => {
  const hashed = sha256Hex(seed);
  return (id) => uniform(hashed + id);
};

/** The ticket an id has after it was drawn and put back: always later than the one before. */
export const nextTicket = (ticket: TicketNumber): TicketNumber => {
  // A ticket of nothing but nines continues with a zero.
  const padded = `${ticket}0`;
  const nines = padded.slice(2).search(/[0-8]/);
  const kept = padded.slice(0, nines + 2);
  for (let j = 1; ; j++) {
    const next = kept + uniform(`${ticket}:${j}`).slice(2);
    if (next > padded) return next;
  }
};

/** Ids in the order in which they are drawn without replacement. */
export const drawOrder = (ids: readonly string[], seed: string): string[] =>
  ids
    .map((id) => ({ id, ticket: firstTicket(id, seed) }))
    .sort((a, b) => (a.ticket < b.ticket ? -1 : a.ticket > b.ticket ? 1 : 0))
    .map(({ id }) => id);

/** The low digits of a hash are unbiased, its high ones are not: hence reversed. */
const uniform = (text: string): string => {
  const digits = BigInt(`0x${sha256Hex(text)}`)
    .toString()
    .padStart(64, '0');
  let reversed = '0.';
  for (let at = digits.length - 1; at >= 0; at--) reversed += digits[at]!;
  return reversed;
};
