import { err, ok, type Result } from '@comitium/basics';
import { type Fraction, parseAmount } from '@comitium/tally/exact';
import type { Cell } from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import type { VotesFile } from './read-votes-file.ts';

/** A share as people write it: `3%`, `3.5%`, `0.03`, `3/100`; exact. */
export const readShare = (text: string): Result<Fraction, CommandProblem> => {
  const percent = text.endsWith('%');
  const value = parseAmount(percent ? text.slice(0, -1).trim() : text.trim());
  const numerator = Number(value?.numerator ?? -1n);
  const denominator = Number(value?.denominator ?? 1n) * (percent ? 100 : 1);
  if (!Number.isSafeInteger(numerator) || numerator < 0 || !Number.isSafeInteger(denominator))
    return err(ofArgument('threshold_invalid', `${text} is no share; write it as 3%, 3.5%, 0.03 or 3/100.`));
  return ok({ numerator, denominator });
};

export interface SeatLot {
  readonly lists: number[];
  readonly cells: Cell[];
}

/** A lot as drawn: names of lists, or `district/list` for a seat of one district. */
export const readSeatLot = (
  text: string,
  { lists, districts }: VotesFile,
): Result<SeatLot, CommandProblem> => {
  const lot: SeatLot = { lists: [], cells: [] };
  for (const name of text.split(',').map((part) => part.trim())) {
    const list = lists.indexOf(name);
    const cell = findCell(name, { lists, districts });
    if (list >= 0) lot.lists.push(list);
    else if (cell !== null) lot.cells.push(cell);
    else return err(ofArgument('lot_invalid', `The lot names ${name}, which is not in the file.`));
  }
  return ok(lot);
};

const findCell = (name: string, { lists, districts }: VotesFile): Cell | null => {
  for (const [district, one] of districts.entries()) {
    if (one.name === null || !name.startsWith(`${one.name}/`)) continue;
    const list = lists.indexOf(name.slice(one.name.length + 1));
    if (list >= 0) return { district, list };
  }
  return null;
};

/** `A,B`: names of lists. */
export const readListNames = (text: string, { lists }: VotesFile): Result<number[], CommandProblem> => {
  const places = text.split(',').map((name) => [name.trim(), lists.indexOf(name.trim())] as const);
  const unknown = places.find(([, place]) => place < 0);
  return unknown === undefined
    ? ok(places.map(([, place]) => place))
    : err(ofArgument('unknown_list', `There is no list ${unknown[0]} in the file.`));
};

/** `A=6,B=5`: seats of every list. */
export const readListSeats = (text: string, { lists }: VotesFile): Result<number[], CommandProblem> => {
  const seats = lists.map(() => 0);
  for (const part of text.split(',')) {
    const cut = part.lastIndexOf('=');
    const list = lists.indexOf(part.slice(0, Math.max(0, cut)).trim());
    const count = part.slice(cut + 1).trim();
    if (list < 0 || !/^\d{1,9}$/.test(count))
      return err(
        ofArgument('list_seats_invalid', `${part.trim()} is not <list>=<seats> of a list in the file.`),
      );
    seats[list] = Number(count);
  }
  return ok(seats);
};
