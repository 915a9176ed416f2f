import { Page, PageQuery, Race, RaceBody } from '@comitium/contract';
import { Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { pageOf } from '../territory/index.ts';
import { changeOf } from './change-of.ts';
import { createRace } from './create-race.ts';
import { deleteRace } from './delete-race.ts';
import { describeRace } from './describe-election.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { updateRace } from './update-race.ts';

const RaceParams = Type.Object({ ...ElectionParams.properties, race: Type.String({ maxLength: 64 }) });
const { name, seatMethod } = RaceBody.properties;
// No default here: what an edit leaves out stays as it is.
const threshold = Type.Number({ minimum: 0, maximum: 1 });
const RaceEditBody = Type.Partial(Type.Object({ name, seatMethod, threshold }), {
  additionalProperties: false,
});

export const raceRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/races',
    summary: 'The races of the election in their order.',
    access: publicAccess,
    params: ElectionParams,
    query: PageQuery,
    answer: Page(Race),
    handler: async ({ params, query, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      return pageOf(election.value.races.map(describeRace), query, ({ code }) => code);
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/races',
    summary: 'Add a race without contests.',
    access: requires('elections.manage', 'election'),
    params: ElectionParams,
    body: RaceBody,
    answer: Race,
    status: 201,
    idempotent: true,
    handler: (call) => createRace(tools, changeOf(call), call.body),
  }),
  route({
    method: 'PATCH',
    path: '/elections/:election/races/:race',
    summary: 'Change the name or the seat rules of a race.',
    access: requires('elections.manage', 'election'),
    params: RaceParams,
    body: RaceEditBody,
    answer: Race,
    handler: (call) => updateRace(tools, { ...changeOf(call), race: call.params.race }, call.body),
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/races/:race',
    summary: 'Remove a race with its contests, while no sheet depends on it.',
    access: requires('elections.manage', 'election'),
    params: RaceParams,
    handler: (call) => deleteRace(tools, { ...changeOf(call), race: call.params.race }),
  }),
];
