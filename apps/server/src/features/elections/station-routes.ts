import { ok } from '@comitium/basics';
import { Contest, Page, PageQuery, Sheet } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { pageOf } from '../territory/index.ts';
import { describeContest } from './describe-election.ts';
import type { ContestFacts, ElectionFacts } from './election-facts.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { listOwnStations } from './list-own-stations.ts';
import { describePlace, Place } from './place.ts';

const OwnStation = Type.Object({
  station: Place,
  registered: Type.Integer(),
  contests: Type.Array(Type.Object({ contest: Contest, sheet: Type.Union([Sheet, Type.Null()]) })),
});
const StationQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ maxLength: 100 })),
});

export const stationRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/my-stations',
    summary:
      'The polling stations from which the caller may send sheets, with ballots and the sheets so far.',
    access: requires('sheets.submit', 'election'),
    params: ElectionParams,
    query: StationQuery,
    answer: Page(OwnStation),
    handler: async ({ params, query, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      const facts = election.value;
      const stations = listOwnStations(facts, { caller, now: tools.platform.clock.now(), q: query.q });
      const page = pageOf(stations, query, (station) => facts.register.codes[station] ?? '');
      if (!page.ok) return page;
      const items = await describeStations(tools, facts, page.value.items);
      return ok({ items, nextCursor: page.value.nextCursor });
    },
  }),
];

const describeStations = async (
  { ports }: ElectionsTools,
  election: ElectionFacts,
  stations: readonly number[],
) => {
  const { register, races } = election;
  const ballots = stations.map((station) => ({
    station,
    contests: races.flatMap((race) => race.contestAt(station) ?? []),
  }));
  const contestIds = [...new Set(ballots.flatMap(({ contests }) => contests.map(({ id }) => id)))];
  const stationIds = stations.flatMap((station) => register.ids[station] ?? []);
  const sheets = new Map(
    (await ports.findLiveSheets(contestIds, stationIds)).map(({ contestId, stationId, sheet }) => [
      `${contestId} ${stationId}`,
      sheet,
    ]),
  );
  const describe = (station: number, contest: ContestFacts) => ({
    contest: describeContest(election, contest),
    sheet: sheets.get(`${contest.id} ${register.ids[station]}`) ?? null,
  });
  return ballots.map(({ station, contests }) => ({
    station: describePlace(register, station),
    registered: register.registered[station] ?? 0,
    contests: contests.map((contest) => describe(station, contest)),
  }));
};
