import { ok } from '@comitium/basics';
import { type OwnSession, OwnSessions } from '@comitium/contract';
import { Type } from 'typebox';
import { evenLimited, publicAccess } from '../../../platform/access/access-rule.ts';
import type { PersonCaller } from '../../../platform/access/allows.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { requirePerson } from '../people/require-person.ts';
import { endOneSession, endOtherSessions } from './end-own-sessions.ts';
import { listOpenSessions } from './session-queries.ts';

const SessionParams = Type.Object({ session: Type.String({ maxLength: 64 }) });

/** Where a person is signed in. */
export const sessionRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/auth/me/sessions',
    summary: 'Where I am signed in, newest first.',
    access: evenLimited,
    answer: OwnSessions,
    handler: async ({ caller }) => {
      const person = requirePerson(caller);
      return person.ok ? ok({ items: await describeSessions(tools, person.value) }) : person;
    },
  }),
  route({
    method: 'DELETE',
    path: '/auth/me/sessions/:session',
    summary: 'End one of my sessions: its tokens and live connections end at once.',
    access: evenLimited,
    params: SessionParams,
    handler: async ({ caller, params, request }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const wish = { caller: person.value, requestId: request.id, sessionId: params.session };
      return endOneSession(tools, wish);
    },
  }),
  route({
    method: 'POST',
    path: '/auth/me/sessions/end-others',
    summary: 'End all my sessions but this one.',
    access: evenLimited,
    handler: async ({ caller, request }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      return ok(await endOtherSessions(tools, { caller: person.value, requestId: request.id }));
    },
  }),
  keysRoute(tools),
];

const describeSessions = async (
  { platform }: AccountsTools,
  { id, sessionId }: PersonCaller,
): Promise<OwnSession[]> => {
  const rows = await listOpenSessions(platform.db.kysely, id, platform.clock.now());
  return rows.map((row) => ({
    id: row.id,
    current: row.id === sessionId,
    browser: row.browser,
    system: row.system,
    place: row.place,
    method: row.method,
    secondFactor: row.second_factor_at !== null,
    newDevice: row.new_device,
    startedAt: row.created_at.toISOString(),
    lastSeenAt: row.last_seen_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  }));
};

const JsonWebKeys = Type.Object({ keys: Type.Array(Type.Record(Type.String(), Type.String())) });

const keysRoute = ({ signingKeys }: AccountsTools): Route =>
  route({
    method: 'GET',
    path: '//.well-known/jwks.json',
    summary:
      'The public keys of access tokens (RFC 7517), also those that will sign soon and those that signed.',
    access: publicAccess,
    answer: JsonWebKeys,
    handler: async ({ reply }) => {
      reply.header('cache-control', 'public, max-age=300');
      return ok({ keys: await signingKeys.list() });
    },
  });
