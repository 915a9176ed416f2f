import { err, isUuid, ok, type Result } from '@comitium/basics';
import {
  Invitation,
  InvitationPreview,
  InvitationTokenBody,
  InviteBody,
  Page,
  type PageOf,
  PageQuery,
  type Problem,
  problem,
} from '@comitium/contract';
import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { publicAccess, requires, signedIn } from '../../../platform/access/access-rule.ts';
import type { Caller } from '../../../platform/access/allows.ts';
import { type Origin, originOf } from '../../../platform/access/origin.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { isManaged } from '../grants/managed-scopes.ts';
import { timeOf } from '../grants/time-of.ts';
import type { Identity } from '../identities/identity.ts';
import { requirePerson } from '../people/require-person.ts';
import { readEmailWish, readPhoneWish } from '../sign-in/read-identity-wish.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { previewInvitation } from './find-by-token.ts';
import { listInvitations, toInvitationAnswers } from './invitation-queries.ts';
import { invitePerson } from './invite-person.ts';
import { revokeInvitation } from './revoke-invitation.ts';

const InvitationParams = Type.Object({ invitation: Type.String({ maxLength: 64 }) });

export const invitationRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/invitations',
    summary: 'Invitations to roles where the caller manages people, and his own; the newest first.',
    access: requires('people.manage', 'command'),
    query: PageQuery,
    answer: Page(Invitation),
    handler: ({ caller, query: { limit = 20, cursor } }) =>
      pageOfInvitations(tools, caller, { limit, cursor }),
  }),
  route({
    method: 'POST',
    path: '/invitations',
    summary:
      'Invite the owner of a phone number or e-mail address to a role; a platform administrator’s waits for approval.',
    access: requires('people.manage', 'command'),
    body: InviteBody,
    answer: Invitation,
    status: 201,
    idempotent: true,
    ratePerMinute: 30,
    handler: (call) => invite(tools, originOf(call), call.body),
  }),
  route({
    method: 'POST',
    path: '/invitations/:invitation/revoke',
    summary: 'Take an invitation back: its link is worth nothing from then on.',
    access: requires('people.manage', 'command'),
    params: InvitationParams,
    handler: (call) => revokeInvitation(tools, { ...originOf(call), invitationId: call.params.invitation }),
  }),
  ...tokenRoutes(tools),
];

const tokenRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/invitations/preview',
    summary: 'What the link of an invitation offers; only whoever holds the link learns it.',
    access: publicAccess,
    body: InvitationTokenBody,
    answer: InvitationPreview,
    ratePerMinute: 30,
    handler: ({ body }) => previewInvitation(tools, body.token),
  }),
  route({
    method: 'POST',
    path: '/invitations/accept',
    summary: 'Take on the role of an invitation, with the account whose number or address was invited.',
    access: signedIn,
    body: InvitationTokenBody,
    ratePerMinute: 30,
    handler: async ({ caller, body, request }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      return acceptInvitation(tools, { caller: person.value, requestId: request.id, token: body.token });
    },
  }),
];

const invite = async (
  tools: AccountsTools,
  origin: Origin,
  body: Static<typeof InviteBody>,
): Promise<Result<Invitation, Problem>> => {
  const target = readTarget(tools, body);
  if (!target.ok) return target;
  const { role, scope, reason, language = 'en' } = body;
  const invited = await invitePerson(tools, {
    ...origin,
    role,
    scope,
    startsAt: timeOf(body.startsAt),
    endsAt: timeOf(body.endsAt),
    target: target.value,
    language,
    reason,
  });
  if (!invited.ok) return invited;
  const rows = await listInvitations(tools.platform.db.kysely, { id: invited.value });
  const [answer] = await toInvitationAnswers(tools, rows);
  if (answer === undefined) throw new Error('an invitation is gone at once');
  return ok(answer);
};

const readTarget = (
  { platform }: AccountsTools,
  { email, phone }: Static<typeof InviteBody>,
): Result<Identity, Problem> => {
  if (email !== undefined && phone === undefined) return readEmailWish(email);
  if (phone !== undefined && email === undefined) return readPhoneWish(platform, phone);
  const message = 'Give one of email and phone.';
  return err(
    problem('validation_failed', message, { errors: [{ path: '/email', code: 'invalid', message }] }),
  );
};

const pageOfInvitations = async (
  tools: AccountsTools,
  caller: Caller,
  { limit, cursor }: { limit: number; cursor: string | undefined },
): Promise<Result<PageOf<Invitation>, Problem>> => {
  if (cursor !== undefined && !isUuid(cursor)) {
    return err(problem('cursor_invalid', 'Use the nextCursor of the page before.'));
  }
  const mine = caller.kind === 'person' ? caller.id : null;
  const managed = isManaged(caller, 'invitation', tools.platform.clock.now());
  const visible = sql<boolean>`(invited_by = ${mine}::uuid or ${managed})`;
  const rows = await listInvitations(tools.platform.db.kysely, { visible, after: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return ok({ items: await toInvitationAnswers(tools, page), nextCursor });
};
