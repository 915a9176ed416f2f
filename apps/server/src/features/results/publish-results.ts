// Results in the forms that other programs of the field read: NIST SP 1500-100 (JSON) and EML 510 (XML).
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import {
  type ElectionResults,
  type ResultContest,
  writeEml510,
  writeNistResults,
} from '@comitium/tally/formats';
import type { Database } from '../../platform/database/index.ts';
import type { ContestFacts, ElectionFacts } from '../elections/index.ts';
import type { MapScope } from './map-scope.ts';
import { type AreaTotals, readTotals } from './read-tallies.ts';

export type PublishedFormat = 'nist' | 'eml';

/** These files are put together whole; the stations of a country are a matter for CSV and JSON, which are streamed. */
const mostAreas = 5_000;

/** A race's contests with the totals of their districts, and of the areas below down to the level asked for. */
export const publishResults = async (
  db: Database,
  scope: MapScope,
  { format, now }: { readonly format: PublishedFormat; readonly now: Date },
): Promise<Result<string | Iterable<string>, Problem>> => {
  const { election, place, childLevel } = scope;
  const { register } = election;
  const last = Math.max(childLevel ?? 0, place.race.districtLevel);
  const areas = Array.from({ length: last + 1 }, (_, level) => register.descendantsAt(0, level)).flat();
  if (areas.length > mostAreas) {
    const detail = `${areas.length} areas are more than the ${mostAreas} of this form; ask for a level above, or for export.csv.`;
    return err(
      problem('invalid_request', detail, {
        errors: [{ path: '/level', code: 'too_large', message: detail }],
      }),
    );
  }
  const totals = await readTotals(db, { election, race: place.race, basis: election.basis, areas });
  const results = resultsOf(scope, { areas, totals, now });
  const written = format === 'nist' ? writeNistResults(results) : writeEml510(results);
  if (written.ok) return ok(written.value);
  const said = written.error.map(({ message }) => message).join(' ');
  return err(problem('wrong_state', `These results cannot be written in this form: ${said}`));
};

interface Known {
  readonly areas: readonly number[];
  readonly totals: ReadonlyMap<number, AreaTotals>;
  readonly now: Date;
}

const resultsOf = ({ election, place }: MapScope, { areas, totals, now }: Known): ElectionResults => {
  const { register } = election;
  const complete = (totals.get(0)?.stations ?? 0) >= (register.stations[0] ?? 0);
  return {
    electionId: idOf('election', election.code),
    electionName: election.name,
    startDate: election.pollingDate,
    endDate: election.pollingDate,
    kind: election.followsId === null ? 'general' : 'runoff',
    status:
      election.basis === 'certified' ? 'certified' : complete ? 'unofficial-complete' : 'unofficial-partial',
    generatedAt: now.toISOString(),
    issuer: { name: 'Comitium', abbreviation: 'COMITIUM' },
    application: 'Comitium',
    language: 'en',
    areas: areas.map((area) => ({
      id: idOf('area', register.codes[area] ?? ''),
      name: register.names[area] ?? '',
      type: area === 0 ? 'country' : 'other',
      registered: register.registeredBelow[area] ?? null,
    })),
    contests: place.race.contests.map((contest) => contestOf(election, contest, { areas, totals })),
  };
};

const contestOf = (
  election: ElectionFacts,
  contest: ContestFacts,
  { areas, totals }: Pick<Known, 'areas' | 'totals'>,
): ResultContest => {
  const { register } = election;
  const inside = areas.filter((area) => contest.race.contestAt(area) === contest);
  const own = totals.get(contest.areaIndex);
  const elected = electedOf(election, contest, own);
  return {
    id: idOf('contest', contest.code),
    name: contest.name,
    seats: contest.seats,
    votesAllowed: 1,
    variation: variations[contest.race.seatMethod],
    areaId: idOf('area', register.codes[contest.areaIndex] ?? ''),
    choices: contest.choices.map(({ code, name, party, index }) => ({
      id: idOf('choice', `${contest.code} ${code}`),
      name,
      party,
      elected: elected === index,
    })),
    counts: inside.map((area) =>
      countOf(idOf('area', register.codes[area] ?? ''), contest, totals.get(area)),
    ),
  };
};

const countOf = (
  areaId: string,
  contest: ContestFacts,
  totals: AreaTotals | undefined,
): ResultContest['counts'][number] => ({
  areaId,
  votes: totals?.votes ?? contest.choices.map(() => 0),
  cast: totals?.cast ?? 0,
  rejected: [{ reason: 'rejected', ballots: totals?.rejected ?? 0 }],
});

const variations = {
  none: 'other',
  plurality: 'plurality',
  majority: 'majority',
  dhondt: 'proportional',
} as const satisfies Record<ContestFacts['race']['seatMethod'], ResultContest['variation']>;

/** Said only of what is certified: the one choice with most votes. Lists are not elected, and a tie has no winner. */
const electedOf = (
  { basis }: ElectionFacts,
  { race, choices }: ContestFacts,
  totals: AreaTotals | undefined,
): number | null => {
  if (basis !== 'certified' || race.seatMethod !== 'plurality' || totals === undefined) return null;
  const standing = choices.filter(({ blank }) => !blank);
  const most = Math.max(...standing.map(({ index }) => totals.votes[index] ?? 0));
  const best = standing.filter(({ index }) => totals.votes[index] === most);
  return best.length === 1 && most > 0 ? (best[0]?.index ?? null) : null;
};

/** XML names begin with a letter and know few signs: others are written by their code point. */
const idOf = (kind: string, code: string): string =>
  `${kind}-${code.replace(/[^\p{L}\p{N}.-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;
