import { err, ok, type Result } from '@comitium/basics';
import type { Problem, TokenAnswer } from '@comitium/contract';
import type { FastifyReply } from 'fastify';
import type { AccountsTools } from '../accounts-tools.ts';
import { rememberDevice } from '../sign-in/requester.ts';
import type { StartedSession } from './open-session.ts';
import { setSessionCookie } from './session-cookie.ts';

/** The answer to every way to sign in: the cookie for browsers, the body for apps. */
export const letIn = (
  reply: FastifyReply,
  { platform }: AccountsTools,
  started: Result<StartedSession, Problem>,
): Result<TokenAnswer, Problem> => {
  if (!started.ok) return err(started.error);
  const { answer, secret, carrier, expiresAt, personId } = started.value;
  reply.header('cache-control', 'no-store');
  if (carrier === 'cookie') {
    setSessionCookie(reply, platform.config, { secret, lifeSeconds: lifeSeconds(platform, expiresAt) });
    rememberDevice(reply, platform, personId);
  }
  return ok(answer);
};

/** A cookie lives as long as its session. */
export const lifeSeconds = ({ clock }: Pick<AccountsTools['platform'], 'clock'>, expiresAt: Date): number =>
  Math.max(0, Math.floor((expiresAt.getTime() - clock.now().getTime()) / 1000));
