import { ok, type Result } from '@comitium/basics';
import {
  BeginFactorBody,
  ConfirmPasskeyBody,
  ConfirmTotpBody,
  FactorEnrolled,
  PasskeyOptions,
  type Problem,
  RecoveryCodes,
  SecondFactors,
  TotpEnrolment,
} from '@comitium/contract';
import { Type } from 'typebox';
import { evenLimited, signedIn } from '../../../platform/access/access-rule.ts';
import type { Caller } from '../../../platform/access/allows.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { requireFresh } from '../changes/require-fresh.ts';
import { requesterOf } from '../sign-in/requester.ts';
import { describeFactors } from './describe-factors.ts';
import { beginPasskey, confirmPasskey } from './enrol-passkey.ts';
import { beginTotp, confirmTotp } from './enrol-totp.ts';
import { type RemoveFactor, removeFactor, renewRecoveryCodes } from './remove-factor.ts';
import { type OwnSessionCall, partyOf, requireSession } from './require-session.ts';

/** For whoever is signed in: to see, set up and remove second factors. */
export const factorRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/auth/me/factors',
    summary: 'My second factors, and whether my roles need one here.',
    access: evenLimited,
    answer: SecondFactors,
    handler: async ({ caller }) => {
      const own = requireSession(caller);
      return own.ok ? ok(await describeFactors(tools, own.value.caller)) : own;
    },
  }),
  ...totpRoutes(tools),
  ...passkeyRoutes(tools),
  recoveryRoute(tools),
];

const PasskeyParams = Type.Object({ passkey: Type.String({ maxLength: 128 }) });

/** The caller's session, where it is fresh enough for what a browser left open must not allow. */
const fresh = async (
  tools: AccountsTools,
  caller: Caller,
  password: string | undefined,
): Promise<Result<OwnSessionCall, Problem>> => {
  const own = requireSession(caller);
  if (!own.ok) return own;
  const checked = await requireFresh(tools, own.value.caller, password);
  return checked.ok ? own : checked;
};

const totpRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/me/totp',
    summary: 'Begin with an authenticator app: its secret, to be drawn as a QR code.',
    access: evenLimited,
    body: BeginFactorBody,
    answer: TotpEnrolment,
    ratePerMinute: 10,
    handler: async ({ caller, body, reply }) => {
      const own = await fresh(tools, caller, body.password);
      if (!own.ok) return own;
      reply.header('cache-control', 'no-store');
      return beginTotp(tools, own.value.caller);
    },
  }),
  route({
    method: 'POST',
    path: '/auth/me/totp/confirm',
    summary: 'Prove by a first code that the app has the secret; from then on it is asked for.',
    access: evenLimited,
    body: ConfirmTotpBody,
    answer: FactorEnrolled,
    ratePerMinute: 10,
    handler: async ({ caller, body, request, reply }) => {
      const own = requireSession(caller);
      if (!own.ok) return own;
      reply.header('cache-control', 'no-store');
      return confirmTotp(tools, { ...own.value, ...body, requester: requesterOf(request, tools.platform) });
    },
  }),
  route({
    method: 'POST',
    path: '/auth/me/totp/remove',
    summary: 'Remove my authenticator app.',
    access: signedIn,
    body: BeginFactorBody,
    ratePerMinute: 10,
    handler: ({ caller, body: { password }, request }) =>
      remove(tools, { caller, password, requestId: request.id, factor: { kind: 'totp' } }),
  }),
];

const passkeyRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/me/passkeys',
    summary: 'Begin with a passkey: what the browser needs to make one.',
    access: evenLimited,
    body: BeginFactorBody,
    answer: PasskeyOptions,
    ratePerMinute: 10,
    handler: async ({ caller, body, request }) => {
      const own = await fresh(tools, caller, body.password);
      if (!own.ok) return own;
      return ok(await beginPasskey(tools, { ...own.value, party: partyOf(request, tools.platform) }));
    },
  }),
  route({
    method: 'POST',
    path: '/auth/me/passkeys/confirm',
    summary: 'Keep the passkey that the browser has made.',
    access: evenLimited,
    body: ConfirmPasskeyBody,
    answer: FactorEnrolled,
    ratePerMinute: 10,
    handler: async ({ caller, body, request, reply }) => {
      const own = requireSession(caller);
      if (!own.ok) return own;
      reply.header('cache-control', 'no-store');
      const party = partyOf(request, tools.platform);
      const requester = requesterOf(request, tools.platform);
      return confirmPasskey(tools, { ...own.value, ...body, party, requester });
    },
  }),
  route({
    method: 'POST',
    path: '/auth/me/passkeys/:passkey/remove',
    summary: 'Remove one of my passkeys.',
    access: signedIn,
    params: PasskeyParams,
    body: BeginFactorBody,
    ratePerMinute: 10,
    handler: ({ caller, body: { password }, params, request }) => {
      const factor = { kind: 'passkey', id: params.passkey } as const;
      return remove(tools, { caller, password, requestId: request.id, factor });
    },
  }),
];

interface Removal {
  readonly caller: Caller;
  readonly password: string | undefined;
  readonly requestId: string;
  readonly factor: RemoveFactor['factor'];
}

const remove = async (
  tools: AccountsTools,
  { caller, password, requestId, factor }: Removal,
): Promise<Result<void, Problem>> => {
  const own = await fresh(tools, caller, password);
  return own.ok ? removeFactor(tools, { caller: own.value.caller, requestId, factor }) : own;
};

const recoveryRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/me/recovery-codes',
    summary: 'Ten new recovery codes, shown this one time; the old ones are worth nothing any more.',
    access: signedIn,
    body: BeginFactorBody,
    answer: RecoveryCodes,
    ratePerMinute: 10,
    handler: async ({ caller, body, request, reply }) => {
      const own = await fresh(tools, caller, body.password);
      if (!own.ok) return own;
      reply.header('cache-control', 'no-store');
      return renewRecoveryCodes(tools, { caller: own.value.caller, requestId: request.id });
    },
  });
