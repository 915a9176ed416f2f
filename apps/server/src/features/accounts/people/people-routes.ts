import { ok } from '@comitium/basics';
import { CreateGrantBody, CreatePersonBody, Grant, Page, PageQuery, Person } from '@comitium/contract';
import { Type } from 'typebox';
import { requires, signedIn } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { giveGrant } from '../grants/give-grant.ts';
import { toGrantAnswers } from '../grants/grant-queries.ts';
import { revokeGrant } from '../grants/revoke-grant.ts';
import { createPerson } from './create-person.ts';
import { disablePerson } from './disable-person.ts';
import { getPerson, listPeople } from './person-answers.ts';

const PersonParams = Type.Object({ person: Type.String({ maxLength: 64 }) });
const GrantParams = Type.Object({
  person: Type.String({ maxLength: 64 }),
  grant: Type.String({ maxLength: 64 }),
});
const PeopleQuery = Type.Object({
  ...PageQuery.properties,
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 100, pattern: '^[^\\u0000]*$' })),
});

export const peopleRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/people',
    summary: 'The people whom the caller manages, by the order in which they were created.',
    access: requires('people.manage', 'command'),
    query: PeopleQuery,
    answer: Page(Person),
    handler: ({ caller, query }) =>
      listPeople(tools, caller, { limit: query.limit ?? 20, cursor: query.cursor, search: query.q }),
  }),
  createRoute(tools),
  route({
    method: 'GET',
    path: '/people/:person',
    summary: 'One person: oneself, or one whom the caller manages.',
    access: signedIn,
    params: PersonParams,
    answer: Person,
    handler: ({ caller, params }) => getPerson(tools, caller, params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/disable',
    summary: 'Close an account: its sessions and rights end at once.',
    access: requires('people.manage', 'platform'),
    params: PersonParams,
    handler: ({ caller, params, request }) =>
      disablePerson(tools, { caller, personId: params.person, requestId: request.id }),
  }),
  ...grantRoutes(tools),
];

/**
 * Idempotency keys are not kept here, because their record holds a fast hash of the body and the body holds a
 * password; a repeated request is told by email_taken.
 */
const createRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/people',
    summary: 'Create an account without any role.',
    access: requires('people.manage', 'command'),
    body: CreatePersonBody,
    answer: Person,
    status: 201,
    handler: async ({ caller, body, request }) => {
      const created = await createPerson(tools, { ...body, caller, requestId: request.id });
      return created.ok ? getPerson(tools, caller, created.value) : created;
    },
  });

const grantRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/people/:person/grants',
    summary: 'Give a role at a scope that the caller covers.',
    access: requires('people.manage', 'command'),
    params: PersonParams,
    body: CreateGrantBody,
    answer: Grant,
    status: 201,
    idempotent: true,
    handler: async ({ caller, params, body, request }) => {
      const endsAt = body.endsAt == null ? null : new Date(body.endsAt);
      const { role, scope } = body;
      const given = await giveGrant(tools, {
        caller,
        requestId: request.id,
        personId: params.person,
        role: role as Grant['role'],
        scope,
        endsAt,
      });
      if (!given.ok) return given;
      const [answer] = await toGrantAnswers(tools, [given.value]);
      return ok(answer);
    },
  }),
  route({
    method: 'DELETE',
    path: '/people/:person/grants/:grant',
    summary: 'Take a role away; it ends within a second everywhere.',
    access: requires('people.manage', 'command'),
    params: GrantParams,
    handler: ({ caller, params, request }) =>
      revokeGrant(tools, { caller, requestId: request.id, personId: params.person, grantId: params.grant }),
  }),
];
