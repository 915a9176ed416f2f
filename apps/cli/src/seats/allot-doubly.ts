import { err, ok, type Result } from '@comitium/basics';
import type { SeatsReportBody } from '@comitium/contract';
import { type Biproportional, biproportional, doublyProportional } from '@comitium/tally/seats';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { barredOf, type SeatRules, sumLists } from './allot-seats.ts';
import type { SeatLot } from './read-seat-arguments.ts';
import type { VotesFile } from './read-votes-file.ts';

export const doublyMethod = {
  name: 'biproportional',
  title: 'Biproportional (doubly proportional)',
} as const;

export interface DoublyRules extends SeatRules {
  /** Seats of every list, or null: by their voters, as in the canton of Zürich. */
  readonly listSeats: readonly number[] | null;
  readonly lots: SeatLot | null;
}

/** Seats of all districts at once, in proportion to districts and lists. */
export const allotDoubly = (
  file: VotesFile,
  rules: DoublyRules,
): Result<SeatsReportBody, CommandProblem[]> => {
  const refused = refusalOf(file, rules);
  if (refused !== null) return err([refused]);
  const barred = barredOf(file, rules);
  const { listSeats, lots } = rules;
  const votes = file.districts.map((district) =>
    district.votes.map((count, list) => (barred.includes(list) ? 0 : count)),
  );
  const districtSeats = file.districts.map(({ seats }) => seats ?? 0);
  const result =
    listSeats === null
      ? doublyProportional({
          ...{ votes, districtSeats, barred },
          lots: { upper: lots?.lists, lower: lots?.cells ?? [] },
        })
      : biproportional({ votes, districtSeats, listSeats, lot: lots?.cells });
  if (result.ok) return ok(reportOf(file, barred, result.value));
  if (result.error.kind === 'impossible') return err([ofArgument('impossible', result.error.message)]);
  const tied = result.error.tie.choices.map((list) => file.lists[list]!);
  return ok(upperTieReport(file, { lists: tied, seatsAtStake: result.error.tie.seatsAtStake }));
};

const refusalOf = (
  file: VotesFile,
  { threshold, majority, listSeats }: DoublyRules,
): CommandProblem | null => {
  if (file.districts.some(({ name }) => name === null))
    return ofArgument('districts_missing', 'Biproportional seats need --districts and --seats-column.');
  if (threshold !== null || majority || file.districts.some(({ alliances }) => alliances.length > 0))
    return ofArgument(
      'rules_exclude',
      'Biproportional seats know --national-threshold and --one-district-threshold, and neither --threshold, --majority nor --alliances.',
    );
  if (file.districts.some(({ atMost }) => atMost !== null))
    return ofArgument('rules_exclude', 'Biproportional seats know no --at-most.');
  const total = file.districts.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  const given = listSeats?.reduce((sum, seats) => sum + seats, 0) ?? total;
  return given === total
    ? null
    : ofArgument('seats_differ', `The districts have ${total} seats, --list-seats gives ${given}.`);
};

const reportOf = (
  file: VotesFile,
  barred: readonly number[],
  { seats, ties, divisors }: Biproportional,
): SeatsReportBody => {
  const districts = file.districts.map((district, at) => ({
    district: district.name,
    seats: district.seats ?? 0,
    lists: file.lists.map((list, place) => ({
      list,
      votes: district.votes[place]!,
      seats: seats[at]![place]!,
      excluded: barred.includes(place),
    })),
    ties: [],
    unallocated: 0,
    raised: null,
  }));
  const nameOf = (district: number): string => file.districts[district]?.name ?? '';
  return {
    version: 1,
    method: doublyMethod,
    seats: districts.reduce((sum, one) => sum + one.seats, 0),
    state: ties.length > 0 ? 'lot-needed' : 'decided',
    lists: sumLists(districts, file),
    districts,
    divisors: divisors && {
      districts: Object.fromEntries(divisors.districts.map((divisor, at) => [nameOf(at), divisor])),
      lists: Object.fromEntries(divisors.lists.map((divisor, at) => [file.lists[at]!, divisor])),
    },
    tiedCells: ties.map(({ cells }) =>
      cells.map(({ district, list, least }) => ({
        district: nameOf(district),
        list: file.lists[list]!,
        least,
      })),
    ),
    mixed: null,
    elected: null,
  };
};

/** Nothing below is decided before the lists' own seats are. */
const upperTieReport = (
  { lists, districts }: VotesFile,
  tie: { readonly lists: string[]; readonly seatsAtStake: number },
): SeatsReportBody => {
  const seats = districts.reduce((sum, one) => sum + (one.seats ?? 0), 0);
  const rows = lists.map((list, at) => ({
    ...{ list, seats: 0, excluded: false },
    votes: districts.reduce((sum, { votes }) => sum + votes[at]!, 0),
  }));
  return {
    version: 1,
    method: doublyMethod,
    seats,
    state: 'lot-needed',
    lists: rows,
    districts: [{ district: null, seats, lists: rows, ties: [tie], unallocated: 0, raised: null }],
    divisors: null,
    tiedCells: [],
    mixed: null,
    elected: null,
  };
};
