// Balinski and Demange, An axiomatic approach to proportionality between matrices (1989); Pukelsheim, Proportional Representation
// (2nd edition 2017), chapter 14.
import { err, ok, type Result } from '@comitium/basics';
import { divisorMethod } from '../divisor-method.ts';
import { standardRounding } from '../divisors.ts';
import type { Biproportional, BiproportionalElection, Impossible } from './biproportional-types.ts';
import { findDivisors } from './find-divisors.ts';
import { asTie, drawLots, tiedSteps } from './find-ties.ts';
import { proveSeats } from './prove-seats.ts';
import { type SeatNetwork, walk } from './seat-network.ts';
import { cheapestTransfer } from './shortest-paths.ts';

/**
 * Seats in proportion to districts and lists at once. Each district first shares out its seats by itself; then seats move along
 * the cheapest paths from lists with too many to lists with too few (tie-and-transfer); the outcome is then proved by exact
 * arithmetic, and where the search was misled, made right. It does not depend on the order of districts or lists.
 * Throws RangeError on figures that are no counts, or totals that differ.
 */
export const biproportional = (election: BiproportionalElection): Result<Biproportional, Impossible> => {
  const network = start(election);
  const deserted = network.votes.findIndex((row, at) => election.districtSeats[at]! > 0 && sum(row) === 0);
  if (deserted >= 0)
    return err({
      kind: 'impossible',
      lists: [],
      districts: [deserted],
      message: 'A district has seats, and nobody has votes there.',
    });
  const impossible = transfer(network, election.listSeats);
  if (impossible !== null) return err(impossible);
  for (;;) {
    const proof = proveSeats(network);
    if (proof.kind === 'better') {
      walk(network, proof.circle);
      continue;
    }
    const nodes = network.districts + network.lists;
    const tied = tiedSteps(nodes, proof.tight).flat();
    const open = tiedSteps(nodes, drawLots(network, tied, election.lot ?? []));
    const ties = open.map((steps) => asTie(network, steps));
    const seats = network.seats.map((row) => [...row]);
    for (const { cells } of ties)
      for (const { district, list, least } of cells) seats[district]![list] = least;
    const divisors = ties.length > 0 ? null : findDivisors(network, proof.potentials);
    return ok({ seats, ties, divisors });
  }
};

const start = (election: BiproportionalElection): SeatNetwork => {
  const { votes, districtSeats, listSeats, divisors = standardRounding } = election;
  const lists = listSeats.length;
  const counts = [...votes.flat(), ...districtSeats, ...listSeats];
  if (counts.some((count) => !Number.isSafeInteger(count) || count < 0))
    throw new RangeError('votes and seats must be whole numbers, zero or more');
  if (votes.length !== districtSeats.length || votes.some((row) => row.length !== lists))
    throw new RangeError('votes must have a row for each district and a column for each list');
  if (sum(districtSeats) !== sum(listSeats))
    throw new RangeError(`districts have ${sum(districtSeats)} seats, lists ${sum(listSeats)}`);
  if (divisors.power !== 1 || divisors.at(0).numerator === 0)
    throw new RangeError('the first divisor must be above 0, and no root');
  const anyOrder = listSeats.map((_, list) => list);
  const seats = votes.map(
    (row, district) =>
      divisorMethod(divisors, { votes: row, seats: districtSeats[district]!, lot: anyOrder }).seats,
  );
  return { votes, divisors, seats, districts: votes.length, lists };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Moves seats until every list has its own; null when done. */
const transfer = (network: SeatNetwork, listSeats: readonly number[]): Impossible | null => {
  const { seats } = network;
  for (;;) {
    const has = listSeats.map((_, list) => sum(seats.map((row) => row[list]!)));
    const tooMany = has.flatMap((count, list) => (count > listSeats[list]! ? [list] : []));
    const tooFew = has.flatMap((count, list) => (count < listSeats[list]! ? [list] : []));
    if (tooFew.length === 0) return null;
    const path = tooMany.length === 0 ? null : cheapestTransfer(network, tooMany, tooFew);
    if (path === null) return why(network, listSeats, tooFew);
    walk(network, path);
  }
};

/** The lists that cannot be satisfied, with all whose seats could come to them, and the districts where they have votes. */
const why = (
  { votes, seats }: SeatNetwork,
  listSeats: readonly number[],
  tooFew: readonly number[],
): Impossible => {
  const lists = new Set(tooFew);
  const districts = new Set<number>();
  for (let size = -1; size < lists.size + districts.size; ) {
    size = lists.size + districts.size;
    for (const list of lists)
      for (const [district, row] of votes.entries()) if (row[list]! > 0) districts.add(district);
    for (const district of districts)
      for (const [list, count] of seats[district]!.entries()) if (count > 0) lists.add(list);
  }
  const due = sum([...lists].map((list) => listSeats[list]!));
  const given = sum([...districts].map((district) => sum(seats[district]!)));
  return {
    kind: 'impossible',
    lists: [...lists].sort((a, b) => a - b),
    districts: [...districts].sort((a, b) => a - b),
    message: `These lists are due ${due} seats, and the districts in which they have votes give ${given}.`,
  };
};
