import { err, ok, type Result } from '@comitium/basics';
import {
  ChangeEmailBody,
  ChangePhoneBody,
  ConfirmCodeBody,
  ConfirmLinkBody,
  IdentityChange,
  PhoneChangeStarted,
  type Problem,
} from '@comitium/contract';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { publicAccess, signedIn } from '../../../platform/access/access-rule.ts';
import type { Caller } from '../../../platform/access/allows.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { readLinkToken } from '../challenges/challenge.ts';
import { type Identity, maskIdentity } from '../identities/identity.ts';
import { requirePerson } from '../people/require-person.ts';
import { readEmailWish, readPhoneWish } from '../sign-in/read-identity-wish.ts';
import { requesterOf } from '../sign-in/requester.ts';
import { cancelOwnChanges } from './cancel-own-changes.ts';
import { listWaitingChanges, type StoredChange } from './change-store.ts';
import { type ChangeSecret, confirmChange } from './confirm-change.ts';
import { waitingFor } from './identity-change.ts';
import { requireFresh } from './require-fresh.ts';
import { type StartedChange, startChange } from './start-change.ts';

export const changeRoutes = (tools: AccountsTools): Route[] => [
  emailRoute(tools),
  phoneRoute(tools),
  route({
    method: 'POST',
    path: '/auth/me/phone/confirm',
    summary: 'Confirm a change of phone by the code that was sent to the new or the old number.',
    access: signedIn,
    body: ConfirmCodeBody,
    answer: IdentityChange,
    ratePerMinute: 30,
    handler: async ({ body, request }) =>
      confirm(tools, request, {
        id: body.challenge,
        secret: body.code,
        purpose: 'change_phone',
        refuse: false,
      }),
  }),
  linkRoute(tools, {
    path: '/auth/change/confirm',
    summary: 'Confirm a change of e-mail by the token of a link.',
    refuse: false,
  }),
  linkRoute(tools, {
    path: '/auth/change/refuse',
    summary: 'Stop a change of e-mail by the token of a link: it was not me.',
    refuse: true,
  }),
  ...waitingRoutes(tools),
];

const describeChange = (change: StoredChange): IdentityChange => ({
  id: change.id,
  kind: change.kind,
  newIdentity: maskIdentity(change.newIdentity),
  state: change.state,
  waitingFor: waitingFor(change),
  appliesAt: change.appliesAt?.toISOString() ?? null,
  expiresAt: change.expiresAt.toISOString(),
});

interface Start {
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly target: Result<Identity, Problem>;
  readonly body: { readonly password?: string; readonly oldUnreachable?: boolean };
}

const start = async (
  tools: AccountsTools,
  { caller, request, target, body }: Start,
): Promise<Result<StartedChange, Problem>> => {
  if (!target.ok) return target;
  const person = requirePerson(caller);
  if (!person.ok) return person;
  const fresh = await requireFresh(tools, person.value, body.password);
  if (!fresh.ok) return fresh;
  return startChange(tools, {
    caller: person.value,
    requester: requesterOf(request, tools.platform),
    target: target.value,
    oldUnreachable: body.oldUnreachable ?? false,
  });
};

const emailRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/me/email',
    summary:
      'Give or change my e-mail: links go to the new and to the old address, and both have to confirm.',
    access: signedIn,
    body: ChangeEmailBody,
    answer: IdentityChange,
    ratePerMinute: 10,
    handler: async ({ body, caller, request }) => {
      const started = await start(tools, { caller, request, body, target: readEmailWish(body.email) });
      return started.ok ? ok(describeChange(started.value.change)) : started;
    },
  });

const phoneRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/me/phone',
    summary:
      'Give or change my phone: codes go to the new and to the old number, and both have to be confirmed.',
    access: signedIn,
    body: ChangePhoneBody,
    answer: PhoneChangeStarted,
    ratePerMinute: 10,
    handler: async ({ body, caller, request }) => {
      const target = readPhoneWish(tools.platform, body.phone);
      const started = await start(tools, { caller, request, body, target });
      if (!started.ok) return started;
      const { change, codes } = started.value;
      return ok({ change: describeChange(change), newCode: codes.new, oldCode: codes.old ?? null });
    },
  });

const confirm = async (
  tools: AccountsTools,
  request: FastifyRequest,
  secret: Omit<ChangeSecret, 'requester'>,
): Promise<Result<IdentityChange, Problem>> => {
  const changed = await confirmChange(tools, { ...secret, requester: requesterOf(request, tools.platform) });
  return changed.ok ? ok(describeChange(changed.value)) : err(changed.error);
};

const linkRoute = (
  tools: AccountsTools,
  { refuse, ...facts }: { path: string; summary: string; refuse: boolean },
): Route =>
  route({
    ...facts,
    method: 'POST',
    access: publicAccess,
    body: ConfirmLinkBody,
    answer: IdentityChange,
    ratePerMinute: 30,
    handler: async ({ body, request }) =>
      confirm(tools, request, { ...readLinkToken(body.token), purpose: 'change_email', refuse }),
  });

const waitingRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/auth/me/changes',
    summary: 'The changes of my phone and e-mail that wait to be confirmed.',
    access: signedIn,
    answer: Type.Object({ items: Type.Array(IdentityChange) }),
    handler: async ({ caller }) => {
      const { db, keys, clock } = tools.platform;
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const wish = { personId: person.value.id, now: clock.now() };
      return ok({ items: (await listWaitingChanges(db.kysely, keys, wish)).map(describeChange) });
    },
  }),
  route({
    method: 'DELETE',
    path: '/auth/me/changes',
    summary: 'Cancel every waiting change of my phone and e-mail.',
    access: signedIn,
    handler: async ({ caller, request }) => {
      const person = requirePerson(caller);
      return person.ok ? ok(await cancelOwnChanges(tools, person.value, request.id)) : person;
    },
  }),
];
