import { err, ok, type Result } from '@comitium/basics';
import { LiveTicket, type Problem, problem, RenewBody, SignInBody, TokenAnswer } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { publicAccess, signedIn } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { bearerToken } from '../sessions/caller-of.ts';
import { checkOrigin } from '../sessions/check-origin.ts';
import { letIn, lifeSeconds } from '../sessions/let-in.ts';
import { issueTicket } from '../sessions/live-tickets.ts';
import { renewSession } from '../sessions/renew-session.ts';
import { clearSessionCookie, readSessionCookie, setSessionCookie } from '../sessions/session-cookie.ts';
import { signOut } from '../sessions/sign-out.ts';
import { changePassword } from './change-password.ts';
import { requesterOf } from './requester.ts';
import { signIn } from './sign-in.ts';

const ChangePasswordBody = Type.Object(
  {
    currentPassword: Type.String({ minLength: 1, maxLength: 256 }),
    newPassword: Type.String({ minLength: 10, maxLength: 256 }),
  },
  { additionalProperties: false },
);

/** The open session that the request's own token belongs to. */
const sessionOf = (tools: AccountsTools, request: Parameters<typeof bearerToken>[0]): string | null => {
  const token = bearerToken(request);
  return typeof token === 'string' ? (tools.tokens.recall(token)?.sessionId ?? null) : null;
};

export const authRoutes = (tools: AccountsTools): Route[] => [
  signInRoute(tools),
  route({
    method: 'POST',
    path: '/auth/token',
    summary:
      'Renew the access token by the session cookie, which only pages of this server may, or by the refresh token in the body. Each is good once; one that comes again ends the session.',
    access: publicAccess,
    body: RenewBody,
    answer: TokenAnswer,
    handler: (call) => renew(tools, call),
  }),
  signOutRoute(tools),
  passwordRoute(tools),
  route({
    method: 'POST',
    path: '/live/ticket',
    summary: 'A ticket for one live connection, good once and for 30 seconds.',
    access: signedIn,
    answer: LiveTicket,
    ratePerMinute: 120,
    handler: async ({ caller, request }) => {
      const sessionId = sessionOf(tools, request);
      if (caller.kind !== 'person' || sessionId === null) {
        return err(problem('unauthenticated', 'This needs an access token.'));
      }
      return ok(await issueTicket(tools.platform, { id: caller.id, sessionId, expiresAt: caller.expiresAt }));
    },
  }),
];

interface RenewCall {
  readonly body: { readonly refreshToken?: string };
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

const renew = async (
  tools: AccountsTools,
  { body, request, reply }: RenewCall,
): Promise<Result<TokenAnswer, Problem>> => {
  const { platform } = tools;
  const carrier = body.refreshToken === undefined ? 'cookie' : 'body';
  const origin = carrier === 'cookie' ? checkOrigin(request, platform.config) : ok(undefined);
  if (!origin.ok) return origin;
  const secret = body.refreshToken ?? readSessionCookie(request, platform.config);
  const requester = requesterOf(request, platform);
  const renewed = await renewSession(tools, { secret, carrier, requester });
  if (!renewed.ok) return renewed;
  const { answer, expiresAt } = renewed.value;
  reply.header('cache-control', 'no-store');
  if (carrier === 'cookie') {
    const cookie = { secret: renewed.value.secret, lifeSeconds: lifeSeconds(platform, expiresAt) };
    setSessionCookie(reply, platform.config, cookie);
  }
  return ok(answer);
};

const signInRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/sign-in',
    summary: 'Sign in with e-mail and password; also sets the session cookie.',
    access: publicAccess,
    body: SignInBody,
    answer: TokenAnswer,
    handler: async ({ body, request, reply }) => {
      const started = await signIn(tools, { ...body, requester: requesterOf(request, tools.platform) });
      return letIn(reply, tools, started);
    },
  });

const signOutRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/sign-out',
    summary: 'End the session of the cookie and of the access token.',
    access: publicAccess,
    handler: async ({ request, reply }) => {
      const secret = readSessionCookie(request, tools.platform.config);
      const token = bearerToken(request) ?? null;
      // Without a token only the cookie speaks, and any page could have sent it.
      const origin =
        token === null && secret !== null ? checkOrigin(request, tools.platform.config) : ok(undefined);
      if (!origin.ok) return origin;
      await signOut(tools, { secret, token, requestId: request.id });
      clearSessionCookie(reply, tools.platform.config);
      return ok(undefined);
    },
  });

const passwordRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/password',
    summary: 'Change my password; my other sessions end.',
    access: signedIn,
    body: ChangePasswordBody,
    ratePerMinute: 5,
    handler: async ({ body, caller, request }) => {
      if (caller.kind !== 'person') return err(problem('unauthenticated', 'This needs a signed-in account.'));
      return changePassword(tools, {
        ...body,
        caller,
        sessionId: sessionOf(tools, request),
        requestId: request.id,
      });
    },
  });
