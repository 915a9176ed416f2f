import { CreatePersonBody, Page, PageQuery, Person } from '@comitium/contract';
import { Type } from 'typebox';
import { requires, signedIn } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { createPerson } from './create-person.ts';
import { disablePerson } from './disable-person.ts';
import { getPerson, listPeople } from './person-answers.ts';

const PersonParams = Type.Object({ person: Type.String({ maxLength: 64 }) });
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
  route({
    method: 'POST',
    path: '/people/search',
    summary:
      'The same list, searched; for phone numbers and addresses, which do not belong into an address line.',
    access: requires('people.manage', 'command'),
    body: PeopleQuery,
    answer: Page(Person),
    handler: ({ caller, body }) =>
      listPeople(tools, caller, { limit: body.limit ?? 20, cursor: body.cursor, search: body.q }),
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
