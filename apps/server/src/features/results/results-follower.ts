import type { AreaId } from '@comitium/basics';
import { countedIn, type Revision } from '@comitium/tally';
import {
  type Follower,
  type LedgerPosition,
  type RecordedEvent,
  startFollower,
} from '../../platform/ledger/index.ts';
import type { LiveHub } from '../../platform/live/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type ElectionFacts, type SeenElections, seenElections } from '../elections/index.ts';
import type { DeskParams } from './desk-topic.ts';
import type { NeighbourLoader } from './load-neighbours.ts';
import type { MapScope } from './map-scope.ts';
import type { NotedSheet } from './previous-stations.ts';
import type { Pulse } from './pulse.ts';
import type { RecentReports } from './recent-reports.ts';
import type { SheetEventPayload } from './result-events.ts';
import type { SheetNeighbours } from './sheet-neighbours.ts';
import type { Standings } from './standings.ts';
import { type Before, tellFollowing } from './tell-following.ts';

export interface FollowerParts extends Before {
  readonly platform: Platform;
  readonly hub: LiveHub;
  readonly neighbours: SheetNeighbours;
  readonly loader: NeighbourLoader;
  readonly recent: RecentReports;
  readonly pulse: Pulse;
  readonly standings: Standings;
  /** Where to begin: far enough back for what the last minutes brought. */
  readonly from: LedgerPosition;
}

/** Every process follows the ledger by itself and tells its own screens what may have changed. */
export const followResults = (parts: FollowerParts): Promise<Follower> =>
  startFollower(parts.platform.db, {
    name: 'results',
    stored: false,
    from: parts.from,
    handle: (events) => handle(parts, events),
  });

/** What a batch of events has touched: areas by race, and whole elections. */
interface Touched {
  /** Race id → area indexes. */
  readonly areas: Map<string, Set<number>>;
  readonly elections: Set<string>;
  readonly sheets: Set<string>;
  /** What the elections that follow these are told. */
  readonly changed: Map<string, NotedSheet[]>;
}

const noteChanged = ({ changed }: Touched, electionId: string, ...sheets: readonly NotedSheet[]): void => {
  const noted = changed.get(electionId);
  if (noted === undefined) changed.set(electionId, [...sheets]);
  else noted.push(...sheets);
};

const handle = async (parts: FollowerParts, events: readonly RecordedEvent[]): Promise<void> => {
  const touched: Touched = { areas: new Map(), elections: new Set(), sheets: new Set(), changed: new Map() };
  const seen = seenElections(parts.elections);
  for (const event of events) {
    if (event.type.startsWith('sheet.')) {
      const { electionId } = event.payload as unknown as SheetEventPayload;
      const found = seen.find(electionId);
      noteSheet(parts, event, { touched, election: found instanceof Promise ? await found : found });
    } else if (event.type.startsWith('area.')) await noteCall(parts, event, touched);
    else if (event.stream.startsWith('conflicts:'))
      touched.sheets.add(event.stream.slice('conflicts:'.length));
    else if (event.stream.startsWith('election:')) noteElection(parts, event, { touched, seen });
  }
  for (const id of touched.elections) await parts.loader.refresh(id as ElectionFacts['id']);
  const all = { ...touched, following: await tellFollowing(parts, touched.changed) };
  parts.hub.touch(({ name, params }) => isTouched(name, params, all));
};

/** Everything from an area up to the whole. */
const touchUpwards = (touched: Touched, raceId: string, path: readonly number[]): void => {
  const areas = touched.areas.get(raceId) ?? new Set();
  touched.areas.set(raceId, areas);
  for (const area of path) areas.add(area);
};

const noteSheet = (
  parts: FollowerParts,
  event: RecordedEvent,
  { touched, election }: { touched: Touched; election: ElectionFacts | null },
): void => {
  const payload = event.payload as unknown as SheetEventPayload;
  const contest = election?.contest(payload.contestId);
  const stationIndex = election?.register.find(payload.stationId);
  if (election === null || contest === undefined || stationIndex === undefined) return;
  touchUpwards(touched, payload.raceId, election.register.path(stationIndex));
  touched.sheets.add(election.id);
  const place = { election, contest, stationIndex };
  parts.neighbours.set(place, countedFigures(payload.after));
  parts.recent.remember(event, election);
  const votes = countedFigures(payload.after)?.votes ?? null;
  noteChanged(touched, election.id, { contestId: contest.id, stationId: payload.stationId, votes });
  const { before, after } = payload;
  const leadChanges = parts.standings.apply(place, { event, before, after });
  parts.pulse.remember(place, { event, payload, leadChanges });
};

const countedFigures = (revision: Revision) =>
  countedIn(revision.status, 'provisional') ? revision.figures : null;

const noteCall = async (parts: FollowerParts, event: RecordedEvent, touched: Touched): Promise<void> => {
  const payload = event.payload as { electionId: string; raceId: string; areaId: string };
  const election: ElectionFacts | null = await parts.elections.find(payload.electionId);
  const area = election?.register.find(payload.areaId as AreaId);
  if (election === null || area === undefined) return;
  touchUpwards(touched, payload.raceId, election.register.path(area));
  noteChanged(touched, election.id);
  parts.pulse.noteCall(election, { event, area, raceId: payload.raceId });
};

const noteElection = (
  parts: FollowerParts,
  event: RecordedEvent,
  { touched, seen }: { touched: Touched; seen: SeenElections },
): void => {
  const id = event.stream.split(':')[1] ?? '';
  seen.forget(id);
  parts.elections.invalidate(id as ElectionFacts['id']);
  touched.elections.add(id);
  noteChanged(touched, id);
};

/** Topics state what they show in their params: a map scope, or an election. */
const isTouched = (
  name: string,
  params: unknown,
  touched: Touched & { readonly following: ReadonlySet<string> },
): boolean => {
  if (name === 'elections') return touched.elections.size > 0 || touched.sheets.size > 0;
  if (name === 'map' || name === 'presenter') {
    const { electionId, raceId, area } = params as MapTopicParams;
    if (touched.elections.has(electionId) || touched.following.has(electionId)) return true;
    return touched.areas.get(raceId)?.has(area) ?? false;
  }
  if (name === 'desk') return touched.sheets.has((params as DeskParams).place?.electionId ?? '');
  return false;
};

/** Ids, and the area's place in the register, which never changes: the facts of an election are looked up anew at every snapshot, since they may have changed. */
export interface MapTopicParams {
  readonly electionId: string;
  readonly raceId: string;
  readonly area: number;
  readonly childLevel: number | null;
}

export const mapTopicParams = ({ election, place, childLevel }: MapScope): MapTopicParams => ({
  electionId: election.id,
  raceId: place.race.id,
  area: place.area,
  childLevel,
});
