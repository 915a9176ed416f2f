import { err, ok, type Result } from '@comitium/basics';
import { Analysis, MapAnswer, type MapState, type Problem, problem, Timeline } from '@comitium/contract';
import type { Feature } from 'geojson';
import { Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { LiveHub } from '../../platform/live/index.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { analyse } from './analyse.ts';
import { type MapReaderParts, readMap } from './map-reader.ts';
import { findMapScope, levelName, type MapAsked, type MapScope } from './map-scope.ts';
import { type PresenterParts, readPresenter } from './presenter-topic.ts';
import { publicElection } from './public-election.ts';
import { readWhole } from './read-tallies.ts';
import { readTimeline } from './read-timeline.ts';
import type { ResultsContext } from './results-context.ts';
import { jsonType, sendCacheable } from './send-cacheable.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });
const reference = Type.Optional(Type.String({ maxLength: 64 }));
const MapQuery = Type.Object({ race: reference, contest: reference, level: reference, area: reference });

export interface MapRouteParts {
  readonly context: ResultsContext;
  readonly hub: LiveHub;
  readonly reader: MapReaderParts;
  readonly presenter: PresenterParts;
  listShapes(registerId: ElectionFacts['registerId'], level: number): Promise<Feature[] | null>;
}

export const mapRoutes = (parts: MapRouteParts): Route[] => [
  mapRoute(parts),
  geojsonRoute(parts),
  timelineRoute(parts),
  analysisRoute(parts),
  presenterRoute(parts),
];

const mapRoute = ({ context, hub }: MapRouteParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/map',
    summary:
      'A race in an area: totals, who leads, and every part of it. The same as the map topic’s snapshot.',
    access: publicAccess,
    params,
    query: MapQuery,
    answer: MapAnswer,
    handler: async (call) => {
      const scope = await findScope(context, call.params.election, call.query);
      if (!scope.ok) return scope;
      const state = await hub.currentState(mapTopicOf(scope.value));
      if (!state.ok) return err(topicProblem(state.error));
      const { seq, data, etag } = state.value;
      const map = data as unknown as MapState;
      return sendCacheable(call, {
        text: JSON.stringify(answerOf(map, seq)),
        type: jsonType,
        lastModified: map.lastUpdated,
        etag,
      });
    },
  });

const geojsonRoute = ({ context, reader, listShapes }: MapRouteParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/map.geojson',
    summary:
      'The map with its shapes, for GIS programs: one feature a part, null geometry where no shape is loaded.',
    access: publicAccess,
    params,
    query: MapQuery,
    ratePerMinute: 60,
    handler: async (call) => {
      const scope = await findScope(context, call.params.election, call.query);
      if (!scope.ok) return scope;
      const { election, childLevel } = scope.value;
      const map = await readMap(reader, scope.value);
      const shapes = childLevel === null ? null : await listShapes(election.registerId, childLevel);
      const shapeOf = new Map((shapes ?? []).map((shape) => [String(shape.id), shape.geometry]));
      const features = Object.values(map.children).map((child) => ({
        type: 'Feature',
        id: child.code,
        geometry: shapeOf.get(child.code) ?? null,
        properties: { ...child, basis: map.basis, simulated: map.election.simulated },
      }));
      const text = JSON.stringify({ type: 'FeatureCollection', features });
      return sendCacheable(call, {
        text,
        type: 'application/geo+json; charset=utf-8',
        lastModified: map.lastUpdated,
      });
    },
  });

const topicProblem = ({ code, message }: { code: Problem['code']; message: string }): Problem =>
  problem(code, message, code === 'unavailable' ? { retryAfterSeconds: 2 } : {});

const findScope = async (
  context: ResultsContext,
  code: string,
  asked: MapAsked,
): Promise<Result<MapScope, Problem>> => {
  const election = await publicElection(context, code);
  return election.ok ? findMapScope(election.value, asked) : election;
};

/** The topic that shows this scope; the plain answer and the live one are made from one state. */
export const mapTopicOf = ({ election, place, childLevel }: MapScope): string => {
  const { register } = election;
  const own = register.level[place.area] ?? 0;
  const head = `map:${election.code}/${place.race.code}`;
  const level = levelName(election, own);
  if (childLevel !== null && childLevel > own + 1)
    return `${head}:${level}@${levelName(election, childLevel)}`;
  return own === 0 ? `${head}:${level}` : `${head}:${level}:${register.codes[place.area]}`;
};

/** Lists instead of keyed members, most votes first: what other programs rely on. */
const answerOf = (map: MapState, seq: number): MapAnswer => ({
  seq,
  ...map,
  leaders: Object.values(map.leaders).sort((a, b) => b.votes - a.votes),
  children: Object.values(map.children),
  seats: Object.values(map.seats),
});

const timelineRoute = ({ context, reader }: MapRouteParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/timeline',
    summary: 'The night, minute by minute, replayable; for the whole and the two levels below it.',
    access: publicAccess,
    params,
    query: MapQuery,
    answer: Timeline,
    handler: async (call) => {
      const scope = await findScope(context, call.params.election, call.query);
      if (!scope.ok) return scope;
      const timeline = await readTimeline(reader.db, scope.value);
      const { election, place } = scope.value;
      const lastModified = (await readWhole(reader.db, election, place.race))?.updatedAt;
      return sendCacheable(call, { text: JSON.stringify(timeline), type: jsonType, lastModified });
    },
  });

const analysisRoute = ({ context, reader }: MapRouteParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/analysis/:kind',
    summary: 'Districts that swing, are marginal, or split between two races.',
    access: publicAccess,
    params: Type.Object({ ...params.properties, kind: Type.Enum(['swing', 'marginal', 'split']) }),
    query: Type.Object({
      race: reference,
      other: reference,
      share: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    }),
    answer: Analysis,
    handler: async (call) => {
      const election = await publicElection(context, call.params.election);
      if (!election.ok) return election;
      const asked = { kind: call.params.kind as 'swing' | 'marginal' | 'split', ...call.query };
      const analysis = await analyse(reader, election.value, asked);
      if (!analysis.ok) return analysis;
      const race = election.value.race(call.query.race ?? '') ?? election.value.races[0];
      const lastModified = race && (await readWhole(reader.db, election.value, race))?.updatedAt;
      return sendCacheable(call, { text: JSON.stringify(analysis.value), type: jsonType, lastModified });
    },
  });

const presenterRoute = ({ context, presenter }: MapRouteParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/presenter',
    summary: 'The presenter’s dashboard as a plain answer.',
    access: requires('results.present', 'election'),
    params,
    query: Type.Object({ race: reference }),
    handler: async (call) => {
      const election = await publicElection(context, call.params.election);
      const scope = election.ok ? findMapScope(election.value, call.query) : election;
      if (!scope.ok) return scope;
      call.reply.header('cache-control', 'private, no-store');
      return ok(await readPresenter(presenter, scope.value));
    },
  });
