import { type RaceCall, type Ranking, raceCall, rank } from '@comitium/tally';
import type { ElectionFacts } from '../elections/index.ts';
import type { RacePlace } from './race-place.ts';
import type { AreaTotals } from './read-tallies.ts';

/** Who leads an area, and what may be said of it. */
export interface AreaStanding {
  readonly ranking: Ranking;
  readonly call: RaceCall;
  readonly complete: boolean;
}

/**
 * Judges one area. Above the districts of a race the votes of several contests are added up: nobody wins there, so
 * it is only led. In the district itself the race's own rule holds, below it the plurality of the part.
 */
export const standingOf = (
  election: ElectionFacts,
  place: RacePlace,
  known: { totals: AreaTotals | undefined; called: string | undefined },
): AreaStanding => {
  const { register } = election;
  const votes = known.totals?.votes ?? place.lines.map(() => 0);
  const standing = place.lines.map((line) => line.standing);
  const stations = register.stations[place.area] ?? 0;
  const complete = stations > 0 && known.totals?.stations === stations;
  const ranking = rank(votes, { standing });
  const called = place.lines.findIndex((line) => line.code === known.called);
  if (place.contest === null && called < 0) return { ranking, call: ledOnly(ranking), complete };
  const isDistrict = place.contest?.areaIndex === place.area;
  const call = raceCall({
    votes,
    standing,
    rule: isDistrict && place.race.seatMethod === 'majority' ? 'majority' : 'plurality',
    outstanding: (register.registeredBelow[place.area] ?? 0) - (known.totals?.onRegister ?? 0),
    complete,
    called: called < 0 ? undefined : called,
  });
  return { ranking, call, complete };
};

const ledOnly = ({ leaders }: Ranking): RaceCall => {
  const [leader] = leaders;
  if (leader === undefined) return { state: 'none' };
  return leaders.length > 1
    ? { state: 'tied', choices: leaders, final: false }
    : { state: 'leading', choice: leader };
};
