import type { UserId } from '@comitium/basics';
import type { TokenAnswer } from '@comitium/contract';
import type { AccountsTools } from '../accounts-tools.ts';

export interface SessionFacts {
  readonly id: string;
  readonly personId: UserId;
  readonly expiresAt: Date;
  readonly secondFactor: boolean;
}

/** A token never outlives its session. */
export const issueToken = async (
  { platform, tokens }: AccountsTools,
  session: SessionFacts,
): Promise<TokenAnswer> => {
  const lifeEndsMs = platform.clock.now().getTime() + platform.config.tokenLifetime * 1000;
  const seconds = Math.floor(Math.min(lifeEndsMs, session.expiresAt.getTime()) / 1000);
  const expiresAt = new Date(seconds * 1000);
  const { personId, id: sessionId, secondFactor } = session;
  const token = await tokens.issue({ personId, sessionId, expiresAt, secondFactor });
  return { token, expiresAt: expiresAt.toISOString() };
};
