import { ok } from '@comitium/basics';
import {
  ChallengeBody,
  FactorChallenge,
  PasskeyOptions,
  PasskeySignInBody,
  ProveFactorBody,
  TokenAnswer,
} from '@comitium/contract';
import { evenLimited, publicAccess } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { letIn } from '../sessions/let-in.ts';
import { requesterOf } from '../sign-in/requester.ts';
import { completeSignIn } from './complete-sign-in.ts';
import { offerPasskey, offerPasskeySignIn } from './offer-passkey.ts';
import { partyOf, requireSession } from './require-session.ts';
import { signInByPasskey } from './sign-in-by-passkey.ts';
import { beginStepUp, confirmStepUp } from './step-up.ts';

/** The steps of signing in by a second factor or a passkey, and of showing the factor again. */
export const stepRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/second-factor',
    summary: 'Finish signing in: answer the challenge of the first step with a second factor.',
    access: publicAccess,
    body: ProveFactorBody,
    answer: TokenAnswer,
    ratePerMinute: 30,
    handler: async ({ body, request, reply }) => {
      const requester = requesterOf(request, tools.platform);
      const party = partyOf(request, tools.platform);
      return letIn(reply, tools, await completeSignIn(tools, { proof: body, party, requester }));
    },
  }),
  route({
    method: 'POST',
    path: '/auth/second-factor/passkey',
    summary: 'What a passkey has to sign to answer a challenge.',
    access: publicAccess,
    body: ChallengeBody,
    answer: PasskeyOptions,
    ratePerMinute: 30,
    handler: ({ body, request }) =>
      offerPasskey(tools, { secret: body.challenge, party: partyOf(request, tools.platform) }),
  }),
  route({
    method: 'POST',
    path: '/auth/passkey/options',
    summary: 'What a passkey has to sign to sign in with it alone; the same for everybody.',
    access: publicAccess,
    answer: PasskeyOptions,
    ratePerMinute: 30,
    handler: async ({ request }) => ok(await offerPasskeySignIn(tools, partyOf(request, tools.platform))),
  }),
  route({
    method: 'POST',
    path: '/auth/passkey/sign-in',
    summary: 'Sign in with a passkey alone, without a name; also sets the session cookie.',
    access: publicAccess,
    body: PasskeySignInBody,
    answer: TokenAnswer,
    ratePerMinute: 30,
    handler: async ({ body, request, reply }) => {
      const requester = requesterOf(request, tools.platform);
      const party = partyOf(request, tools.platform);
      return letIn(reply, tools, await signInByPasskey(tools, { ...body, party, requester }));
    },
  }),
  ...stepUpRoutes(tools),
];

const stepUpRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/step-up',
    summary: 'Begin to show my second factor again.',
    access: evenLimited,
    answer: FactorChallenge,
    ratePerMinute: 30,
    handler: async ({ caller }) => {
      const own = requireSession(caller);
      return own.ok ? beginStepUp(tools, own.value) : own;
    },
  }),
  route({
    method: 'POST',
    path: '/auth/step-up/confirm',
    summary: 'Show my second factor again; for ten minutes I may do what asks for it.',
    access: evenLimited,
    body: ProveFactorBody,
    answer: TokenAnswer,
    ratePerMinute: 30,
    handler: async ({ caller, body, request }) => {
      const own = requireSession(caller);
      if (!own.ok) return own;
      const requester = requesterOf(request, tools.platform);
      const party = partyOf(request, tools.platform);
      return confirmStepUp(tools, { ...own.value, proof: body, party, requester });
    },
  }),
];
