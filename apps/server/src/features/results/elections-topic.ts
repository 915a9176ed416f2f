import { ok } from '@comitium/basics';
import type { JsonObject } from '@comitium/contract';
import type { Database } from '../../platform/database/index.ts';
import type { TopicDefinition } from '../../platform/live/index.ts';
import { type ElectionBook, type ElectionFacts, isPublic } from '../elections/index.ts';
import { readTotals } from './read-tallies.ts';

/** The list of elections with how far their first race has come. */
export const electionsTopic = (db: Database, elections: ElectionBook): TopicDefinition<null> => ({
  name: 'elections',
  pattern: 'elections',
  access: { kind: 'everyone' },
  rateHz: 1,
  parse: (topic) =>
    topic === 'elections'
      ? ok(null)
      : { ok: false, error: { code: 'topic_not_found', message: 'The topic is called elections' } },
  mayWatch: () => true,
  snapshot: async () => {
    const shown = (await elections.list()).filter(isPublic);
    const items = await Promise.all(shown.map(async (one) => [one.code, await describe(db, one)] as const));
    return { items: Object.fromEntries(items) };
  },
});

const describe = async (db: Database, election: ElectionFacts): Promise<JsonObject> => {
  const race = election.races[0];
  const totals =
    race === undefined
      ? undefined
      : (await readTotals(db, { election, race, basis: election.basis, areas: [0] })).get(0);
  return {
    code: election.code,
    name: election.name,
    state: election.state,
    pollingDate: election.pollingDate,
    simulated: election.simulated,
    basis: election.basis,
    stationsReported: totals?.stations ?? 0,
    stations: election.register.stations[0] ?? 0,
    ...(race === undefined ? {} : { raceCode: race.code }),
    ...(totals === undefined ? {} : { lastUpdated: totals.updatedAt.toISOString() }),
  };
};
