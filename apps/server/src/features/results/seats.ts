import type { SeatCount } from '@comitium/contract';
import { dHondt, sumVotes } from '@comitium/tally';
import type { ContestFacts, ElectionFacts, RaceFacts } from '../elections/index.ts';
import { standingOf } from './area-standing.ts';
import { racePlaceAt } from './race-place.ts';
import type { AreaTotals } from './read-tallies.ts';

/** Seats of one contest by line identity: decided ones, and those that would be if nothing more came. */
export interface ContestSeats {
  readonly won: ReadonlyMap<string, number>;
  readonly leading: ReadonlyMap<string, number>;
}

export interface SeatInput {
  readonly election: ElectionFacts;
  readonly totals: ReadonlyMap<number, AreaTotals>;
  readonly calls: ReadonlyMap<number, string>;
}

/** Who gets the seats of a district. Ties leave seats open: they are nobody's until the law's lot is drawn. */
export const contestSeats = (contest: ContestFacts, input: SeatInput): ContestSeats => {
  const none = new Map<string, number>();
  const totals = input.totals.get(contest.areaIndex);
  if (totals === undefined || totals.stations === 0) return { won: none, leading: none };
  if (contest.race.seatMethod === 'dhondt') return listSeats(contest, input.election, totals);
  const place = racePlaceAt(contest.race, contest.areaIndex);
  const { call } = standingOf(input.election, place, { totals, called: input.calls.get(contest.areaIndex) });
  if (call.state !== 'won' && call.state !== 'leading') return { won: none, leading: none };
  const seat = new Map([[seatOwner(contest, call.choice), contest.seats]]);
  return call.state === 'won' ? { won: seat, leading: none } : { won: none, leading: seat };
};

const seatOwner = (contest: ContestFacts, choice: number): string =>
  contest.choices[choice]?.party ?? 'independent';

const listSeats = (contest: ContestFacts, election: ElectionFacts, totals: AreaTotals): ContestSeats => {
  const { race } = contest;
  const standing = contest.choices.map((choice, index) => (choice.blank ? 0 : (totals.votes[index] ?? 0)));
  const allocation = dHondt({
    votes: standing,
    seats: contest.seats,
    threshold: { numerator: Math.round(race.threshold * 1_000_000), denominator: 1_000_000 },
    // Blank ballots are valid votes and raise the threshold, but no seat goes to them.
    thresholdBase: sumVotes(totals.votes),
    moreVotesFirst: election.settings.equalQuotientsToMoreVotes,
  });
  const seats = new Map<string, number>();
  for (const [choice, count] of allocation.seats.entries()) {
    if (count > 0)
      seats.set(seatOwner(contest, choice), (seats.get(seatOwner(contest, choice)) ?? 0) + count);
  }
  const complete = totals.stations === election.register.stations[contest.areaIndex];
  const none = new Map<string, number>();
  return complete ? { won: seats, leading: none } : { won: none, leading: seats };
};

/** Seats of some contests by party, most first, with the change against who held them before. */
export const countSeats = (
  race: RaceFacts,
  contests: readonly ContestFacts[],
  { input, before }: { input: SeatInput; before: ReadonlyMap<string, number> | null },
): SeatCount[] => {
  const counts = new Map<string, { won: number; leading: number }>();
  const add = (party: string, kind: 'won' | 'leading', seats: number): void => {
    const count = counts.get(party) ?? { won: 0, leading: 0 };
    count[kind] += seats;
    counts.set(party, count);
  };
  for (const contest of contests) {
    const seats = contestSeats(contest, input);
    for (const [party, count] of seats.won) add(party, 'won', count);
    for (const [party, count] of seats.leading) add(party, 'leading', count);
  }
  return [...counts]
    .map(([party, count]) => ({
      ...describeParty(input.election, party),
      ...count,
      ...changeOf(party, count, before),
    }))
    .sort((a, b) => b.won + b.leading - (a.won + a.leading) || (a.party < b.party ? -1 : 1))
    .filter(() => race.seatMethod !== 'none');
};

const changeOf = (
  party: string,
  count: { won: number; leading: number },
  before: ReadonlyMap<string, number> | null,
): { change?: number } =>
  before === null ? {} : { change: count.won + count.leading - (before.get(party) ?? 0) };

const describeParty = (
  election: ElectionFacts,
  code: string,
): Pick<SeatCount, 'party' | 'name' | 'color'> => {
  const party = election.parties.find((one) => one.code === code);
  if (party === undefined) return { party: code, name: 'Independents', color: '#868e96' };
  return { party: code, name: party.shortName, color: party.color };
};

/** Seats by party as held before: what the contests say themselves, else the count of the previous election. */
export const seatsHeldBefore = (contests: readonly ContestFacts[]): ReadonlyMap<string, number> | null => {
  if (contests.every((contest) => contest.heldBy === null)) return null;
  const held = new Map<string, number>();
  for (const { heldBy, seats } of contests) {
    if (heldBy !== null) held.set(heldBy, (held.get(heldBy) ?? 0) + seats);
  }
  return held;
};
