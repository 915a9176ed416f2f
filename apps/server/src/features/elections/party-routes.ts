import { Page, PageQuery, Party, PartyBody } from '@comitium/contract';
import { Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { pageOf } from '../territory/index.ts';
import { changeOf } from './change-of.ts';
import { createParty } from './create-party.ts';
import { deleteParty } from './delete-party.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { describeParty } from './find-party.ts';
import { updateParty } from './update-party.ts';

const PartyParams = Type.Object({ ...ElectionParams.properties, party: Type.String({ maxLength: 64 }) });
const { name, shortName, color } = PartyBody.properties;
const PartyEditBody = Type.Partial(Type.Object({ name, shortName, color }), { additionalProperties: false });

export const partyRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/parties',
    summary: 'The parties of the election in their order.',
    access: publicAccess,
    params: ElectionParams,
    query: PageQuery,
    answer: Page(Party),
    handler: async ({ params, query, caller }) => {
      const election = await requireElection(tools, params.election, caller);
      if (!election.ok) return election;
      return pageOf(election.value.parties.map(describeParty), query, ({ code }) => code);
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/parties',
    summary: 'Add a party.',
    access: requires('elections.manage', 'election'),
    params: ElectionParams,
    body: PartyBody,
    answer: Party,
    status: 201,
    idempotent: true,
    handler: (call) => createParty(tools, changeOf(call), call.body),
  }),
  route({
    method: 'PATCH',
    path: '/elections/:election/parties/:party',
    summary: 'Change the names or the colour of a party.',
    access: requires('elections.manage', 'election'),
    params: PartyParams,
    body: PartyEditBody,
    answer: Party,
    handler: (call) => updateParty(tools, { ...changeOf(call), party: call.params.party }, call.body),
  }),
  route({
    method: 'DELETE',
    path: '/elections/:election/parties/:party',
    summary: 'Remove a party for which nobody stands.',
    access: requires('elections.manage', 'election'),
    params: PartyParams,
    handler: (call) => deleteParty(tools, { ...changeOf(call), party: call.params.party }),
  }),
];
