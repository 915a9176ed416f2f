import { EndSessionsBody, Page, PersonSession } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../../platform/access/access-rule.ts';
import { originOf } from '../../../platform/access/origin.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { resetFactors } from '../second-factors/reset-factors.ts';
import { endPersonSessions } from './end-person-sessions.ts';
import { listPersonSessions } from './list-person-sessions.ts';

const PersonParams = Type.Object({ person: Type.String({ maxLength: 64 }) });
const SessionParams = Type.Object({ ...PersonParams.properties, session: Type.String({ maxLength: 64 }) });

/** What an administrator does about another person's sessions; everybody has his own under /auth. */
export const personSessionRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/people/:person/sessions',
    summary: 'The open sessions of a person, the newest first.',
    access: requires('people.manage', 'platform'),
    params: PersonParams,
    answer: Page(PersonSession),
    handler: ({ caller, params }) => listPersonSessions(tools, caller, params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sessions/end',
    summary: 'End every session of a person; he signs in again.',
    access: requires('people.manage', 'platform'),
    params: PersonParams,
    body: EndSessionsBody,
    handler: (call) =>
      endPersonSessions(tools, {
        ...originOf(call),
        reason: call.body.reason,
        personId: call.params.person,
        sessionId: null,
      }),
  }),
  route({
    method: 'POST',
    path: '/people/:person/sessions/:session/end',
    summary: 'End one session of a person.',
    access: requires('people.manage', 'platform'),
    params: SessionParams,
    body: EndSessionsBody,
    handler: (call) =>
      endPersonSessions(tools, {
        ...originOf(call),
        reason: call.body.reason,
        personId: call.params.person,
        sessionId: call.params.session,
      }),
  }),
  route({
    method: 'POST',
    path: '/people/:person/factors/reset',
    summary: 'Remove every second factor of a person who has lost them; every session ends.',
    access: requires('people.manage', 'platform'),
    params: PersonParams,
    body: EndSessionsBody,
    handler: (call) =>
      resetFactors(tools, { ...originOf(call), reason: call.body.reason, personId: call.params.person }),
  }),
];
