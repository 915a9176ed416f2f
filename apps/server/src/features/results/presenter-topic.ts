import type { UserId } from '@comitium/basics';
import { err, ok } from '@comitium/basics';
import type { JsonObject, PresenterState } from '@comitium/contract';
import { share } from '@comitium/tally';
import { allows, type Caller } from '../../platform/access/allows.ts';
import type { TopicDefinition } from '../../platform/live/index.ts';
import { type ElectionBook, isPublic } from '../elections/index.ts';
import { roundedDifference } from './fractions.ts';
import { type MapReaderParts, readMap } from './map-reader.ts';
import { findMapScope, type MapScope } from './map-scope.ts';
import { scopeOf } from './map-topic.ts';
import type { Pulse, PulseSums } from './pulse.ts';
import { type AreaTotals, readTotals } from './read-tallies.ts';
import { type MapTopicParams, mapTopicParams } from './results-follower.ts';

export interface PresenterParts {
  readonly elections: ElectionBook;
  readonly reader: MapReaderParts;
  readonly pulse: Pulse;
  readonly now: () => Date;
  callerOfPerson(id: UserId): Promise<Caller>;
}

/** The presenter's dashboard: the national map, and what the last minutes changed. */
export const presenterTopic = (parts: PresenterParts): TopicDefinition<MapTopicParams> => ({
  name: 'presenter',
  pattern: 'presenter:<election>[/<race>]',
  access: { kind: 'restricted', rule: 'results.present in the election' },
  rateHz: 2,
  parse: async (topic) => {
    const [, head = '', ...rest] = topic.split(':');
    const [code = '', race] = head.split('/');
    const election = rest.length > 0 ? null : await parts.elections.find(code);
    if (election === null || !isPublic(election))
      return err({ code: 'election_not_found', message: `There is no election ${code}` });
    const scope = findMapScope(election, race === undefined ? {} : { race });
    return scope.ok
      ? ok(mapTopicParams(scope.value))
      : err({ code: scope.error.code, message: scope.error.detail });
  },
  mayWatch: async (viewer, params) => {
    if (viewer.kind !== 'user') return false;
    const caller = await parts.callerOfPerson(viewer.id as UserId);
    return allows(caller, 'results.present', { electionId: params.electionId as never }, parts.now());
  },
  snapshot: async (params) =>
    (await readPresenter(parts, await scopeOf(parts.elections, params))) as unknown as JsonObject,
});

export const readPresenter = async (parts: PresenterParts, scope: MapScope): Promise<PresenterState> => {
  const map = await readMap(parts.reader, scope);
  const raceId = scope.place.race.id;
  const lately = parts.pulse.lately(raceId);
  const { election, place } = scope;
  const asked = { election, race: place.race, basis: election.basis, areas: [place.area] };
  const own = await readTotals(parts.reader.db, asked);
  const movements = [...parts.pulse.movements(raceId)];
  return {
    map,
    change: changeOf(map, scope, { lately, totals: own.get(scope.place.area) }),
    movements,
    held: map.completeness.held,
    corrections: movements.filter((movement) => movement.kind === 'correction').length,
  };
};

/** Totals now against totals without what the last minutes brought: shares are compared, not guessed. */
const changeOf = (
  map: PresenterState['map'],
  scope: MapScope,
  { lately, totals }: { lately: PulseSums; totals: AreaTotals | undefined },
): PresenterState['change'] => {
  const { since, stations, votes } = lately;
  const added = votes.reduce((sum, count) => sum + count, 0);
  if (since === null) return { votes: 0, stations: 0 };
  const now = scope.place.lines.map((line) => map.leaders[line.code]?.votes ?? 0);
  const before = now.map((count, at) => count - (votes[at] ?? 0));
  const validNow = map.totals.valid;
  const validBefore = validNow - added;
  const base = { since: since.toISOString(), votes: added, stations, ...turnoutMove(totals, lately) };
  if (validBefore <= 0) return base;
  const leader = now.indexOf(Math.max(...now));
  const shareMove = share(now[leader] ?? 0, validNow) - share(before[leader] ?? 0, validBefore);
  const marginMove = marginOf(now, validNow) - marginOf(before, validBefore);
  return { ...base, leaderShare: roundedDifference(shareMove), margin: roundedDifference(marginMove) };
};

/** How much the newest reports moved the turnout of everything reported. */
const turnoutMove = (totals: AreaTotals | undefined, lately: PulseSums): { turnout?: number } => {
  const registeredBefore = (totals?.registered ?? 0) - lately.registered;
  if (totals === undefined || registeredBefore <= 0) return {};
  const before = share(totals.cast - lately.cast, registeredBefore);
  return { turnout: roundedDifference(share(totals.cast, totals.registered) - before) };
};

const marginOf = (votes: readonly number[], valid: number): number => {
  const [first = 0, second = 0] = [...votes].sort((a, b) => b - a);
  return share(first - second, valid);
};
