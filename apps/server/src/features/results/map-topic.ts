import { err, ok } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import type { TopicDefinition } from '../../platform/live/index.ts';
import { type ElectionBook, isPublic } from '../elections/index.ts';
import { type MapReaderParts, readMap } from './map-reader.ts';
import { findMapScope, type MapScope, parseMapTopic } from './map-scope.ts';
import { racePlaceAt } from './race-place.ts';
import { type MapTopicParams, mapTopicParams } from './results-follower.ts';

/** The public map of a race in an area, at most four times a second. */
export const mapTopic = (
  elections: ElectionBook,
  reader: MapReaderParts,
): TopicDefinition<MapTopicParams> => ({
  name: 'map',
  pattern: 'map:<election>[/<race>]:<level>[@<level of the parts>][:<area>]',
  access: { kind: 'everyone' },
  rateHz: 4,
  parse: async (topic) => {
    const parsed = parseMapTopic(topic);
    if (parsed === null)
      return err({ code: 'topic_not_found', message: 'A map topic is map:<election>:<level>[:<area>]' });
    const election = await elections.find(parsed.election);
    if (election === null || !isPublic(election)) {
      return err({ code: 'election_not_found', message: `There is no election ${parsed.election}` });
    }
    const scope = findMapScope(election, parsed.asked);
    return scope.ok
      ? ok(mapTopicParams(scope.value))
      : err({ code: scope.error.code, message: scope.error.detail });
  },
  mayWatch: () => true,
  snapshot: async (params) =>
    (await readMap(reader, await scopeOf(elections, params))) as unknown as JsonObject,
});

/** The scope with the election's present facts. */
export const scopeOf = async (elections: ElectionBook, params: MapTopicParams): Promise<MapScope> => {
  const election = await elections.find(params.electionId);
  const race = election?.race(params.raceId);
  if (election === null || race === undefined) {
    throw new Error(`race ${params.raceId} is no longer part of its election`);
  }
  return { election, place: racePlaceAt(race, params.area), childLevel: params.childLevel };
};
