import { err, ok, type Result } from '@comitium/basics';
import { type Analysis, type Problem, problem } from '@comitium/contract';
import { rank } from '@comitium/tally';
import type { ElectionFacts, RaceFacts } from '../elections/index.ts';
import { roundedDifference, shareChange } from './fractions.ts';
import type { MapReaderParts } from './map-reader.ts';
import { lineIdentity, type PreviousVotes } from './previous-results.ts';
import { racePlaceAt } from './race-place.ts';
import { type AreaTotals, readTotals } from './read-tallies.ts';

export interface AnalysisAsked {
  readonly kind: Analysis['kind'];
  readonly race?: string;
  /** The race to compare with, for `split`. */
  readonly other?: string;
  /** The lead below which an area is marginal, as a fraction of valid votes. */
  readonly share?: number;
}

type Row = Analysis['items'][number];

/**
 * Districts worth a look. swing: another party leads than held or led before. marginal: the lead is under the chosen
 * share. split: the place prefers one party in this race and another in the other (“skirt and blouse” in Ghana).
 */
export const analyse = async (
  parts: MapReaderParts,
  election: ElectionFacts,
  asked: AnalysisAsked,
): Promise<Result<Analysis, Problem>> => {
  const races = chooseRaces(election, asked);
  if (!races.ok) return races;
  const { race, other } = races.value;
  const areas = districtsOf(election, asked.kind === 'split' ? [race, other] : [race]);
  const [totals, otherTotals, previous] = await Promise.all([
    readTotals(parts.db, { election, race, basis: election.basis, areas }),
    asked.kind === 'split'
      ? readTotals(parts.db, { election, race: other, basis: election.basis, areas })
      : new Map<number, AreaTotals>(),
    parts.previous.find(election, race, areas),
  ]);
  const least = asked.share ?? election.settings.marginalShare ?? 0.05;
  const items = areas.flatMap((area): Row[] => {
    const row = describe(election, { race, area, totals: totals.get(area), before: previous.get(area) });
    if (row === null) return [];
    const elsewhere = leaderOf(other, area, otherTotals.get(area));
    return keep(asked.kind, { ...row, other: elsewhere }, least) ? [{ ...row, other: elsewhere }] : [];
  });
  return ok({ kind: asked.kind, basis: election.basis, items: items.sort((a, b) => a.margin - b.margin) });
};

const keep = (kind: Analysis['kind'], row: Row, least: number): boolean => {
  if (kind === 'marginal') return row.leader !== null && row.margin < least;
  if (kind === 'split') return row.leader !== null && row.other !== null && row.leader !== row.other;
  return row.leader !== null && row.previousLeader !== null && row.leader !== row.previousLeader;
};

const chooseRaces = (
  election: ElectionFacts,
  asked: AnalysisAsked,
): Result<{ race: RaceFacts; other: RaceFacts }, Problem> => {
  const race = asked.race === undefined ? election.races[0] : election.race(asked.race);
  if (race === undefined) return err(problem('race_not_found', `There is no race ${asked.race ?? ''}.`));
  const found =
    asked.other === undefined ? election.races.find((one) => one !== race) : election.race(asked.other);
  if (asked.kind === 'split' && found === undefined) {
    return err(problem('race_not_found', 'A split needs a second race to compare with.'));
  }
  return ok({ race, other: found ?? race });
};

/** The finest districts among the races; a race of one district is looked at by the areas just below the whole. */
const districtsOf = ({ register }: ElectionFacts, races: readonly RaceFacts[]): readonly number[] => {
  const level = Math.max(1, ...races.map((race) => race.districtLevel));
  return register.descendantsAt(0, level);
};

const leaderOf = (race: RaceFacts, area: number, totals: AreaTotals | undefined): string | null => {
  const { lines } = racePlaceAt(race, area);
  const { leaders } = rank(totals?.votes ?? lines.map(() => 0), {
    standing: lines.map((line) => line.standing),
  });
  const line = leaders.length === 1 ? lines[leaders[0] ?? -1] : undefined;
  return line === undefined ? null : (line.party ?? line.code);
};

const previousLeader = (race: RaceFacts, area: number, before: PreviousVotes | undefined): string | null => {
  const contest = race.contestAt(area);
  if (contest !== undefined && contest.areaIndex === area && contest.heldBy !== null) return contest.heldBy;
  if (before === undefined) return null;
  const [first, second] = [...before.byLine].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
};

const describe = (
  { register }: ElectionFacts,
  known: { race: RaceFacts; area: number; totals: AreaTotals | undefined; before: PreviousVotes | undefined },
): Row | null => {
  const { race, area, totals, before } = known;
  if (totals === undefined || totals.stations === 0) return null;
  const { lines } = racePlaceAt(race, area);
  const ranking = rank(totals.votes, { standing: lines.map((line) => line.standing) });
  const line = lines[ranking.leaders[0] ?? -1];
  const votes = totals.votes[ranking.leaders[0] ?? -1] ?? 0;
  const change =
    line === undefined || before === undefined
      ? undefined
      : shareChange(
          { votes, valid: ranking.valid },
          { votes: before.byLine.get(lineIdentity(line)), valid: before.valid },
        );
  return {
    area: register.codes[area] ?? '',
    name: register.names[area] ?? '',
    leader: leaderOf(race, area, totals),
    previousLeader: previousLeader(race, area, before),
    other: null,
    margin: roundedDifference(ranking.margin.share),
    swing: change ?? null,
    stationsReported: totals.stations,
    stations: register.stations[area] ?? 0,
  };
};
