import { ok } from '@comitium/basics';
import { CreateGrantBody, EndGrantBody, Grant, GrantRecord, Page } from '@comitium/contract';
import { Type } from 'typebox';
import { requires, signedIn } from '../../../platform/access/access-rule.ts';
import { originOf } from '../../../platform/access/origin.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { giveGrant } from './give-grant.ts';
import { listGrantRecords } from './grant-history.ts';
import { toGrantAnswers } from './grant-queries.ts';
import { revokeGrant } from './revoke-grant.ts';
import { timeOf } from './time-of.ts';

const PersonParams = Type.Object({ person: Type.String({ maxLength: 64 }) });
const GrantParams = Type.Object({ ...PersonParams.properties, grant: Type.String({ maxLength: 64 }) });

export const grantRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/people/:person/grants',
    summary:
      'What a person was ever given, by whom and why, as far as the caller manages it; one’s own whole.',
    access: signedIn,
    params: PersonParams,
    answer: Page(GrantRecord),
    handler: ({ caller, params }) => listGrantRecords(tools, caller, params.person),
  }),
  route({
    method: 'POST',
    path: '/people/:person/grants',
    summary: 'Give a role at a scope that the caller covers; administrators are invited instead.',
    access: requires('people.manage', 'command'),
    params: PersonParams,
    body: CreateGrantBody,
    answer: Grant,
    status: 201,
    idempotent: true,
    handler: async (call) => {
      const { role, scope, startsAt, endsAt, reason = null } = call.body;
      const given = await giveGrant(tools, {
        ...originOf(call),
        reason,
        personId: call.params.person,
        role,
        scope,
        startsAt: timeOf(startsAt),
        endsAt: timeOf(endsAt),
      });
      if (!given.ok) return given;
      const [answer] = await toGrantAnswers(tools, [given.value]);
      return ok(answer);
    },
  }),
  route({
    method: 'POST',
    path: '/people/:person/grants/:grant/end',
    summary: 'Take a role away with a reason; it ends within a second everywhere.',
    access: requires('people.manage', 'command'),
    params: GrantParams,
    body: EndGrantBody,
    handler: (call) =>
      revokeGrant(tools, {
        ...originOf(call),
        reason: call.body.reason,
        personId: call.params.person,
        grantId: call.params.grant,
      }),
  }),
  route({
    method: 'DELETE',
    path: '/people/:person/grants/:grant',
    summary: 'The same without a reason.',
    access: requires('people.manage', 'command'),
    params: GrantParams,
    handler: (call) =>
      revokeGrant(tools, {
        ...originOf(call),
        personId: call.params.person,
        grantId: call.params.grant,
      }),
  }),
];
