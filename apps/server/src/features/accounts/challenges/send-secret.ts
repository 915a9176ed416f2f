// Stores a code or link and the message that carries it, in one transaction.
import { err, ok, type Result } from '@comitium/basics';
import type { CodeSent, Language, LinkSent, Problem } from '@comitium/contract';
import type { Transaction } from '../../../platform/database/transaction.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { maskIdentity, type Phone } from '../identities/identity.ts';
import { codeLifeMs, linkToken } from './challenge.ts';
import { type ChallengeWish, type IssuedChallenge, issueChallenge } from './issue-challenge.ts';
import { type LinkPage, linkTo } from './link-to.ts';

const minutes = String(codeLifeMs / 60_000);

type Tools = Pick<AccountsTools, 'platform' | 'messages'>;

interface CodeWish extends Omit<ChallengeWish, 'lifeMs' | 'target'> {
  readonly target: Phone;
  readonly template: 'sign_in_code' | 'change_phone';
  readonly language: Language;
}

export const sendCode = async (
  tx: Transaction,
  tools: Tools,
  { template, language, ...wish }: CodeWish,
): Promise<Result<CodeSent, Problem>> => {
  const issued = await issueChallenge(tx, tools, { ...wish, lifeMs: codeLifeMs });
  if (!issued.ok) return issued;
  const { id, secret, expiresAt, resendAt } = issued.value;
  await tools.messages.send(tx, {
    channel: 'sms',
    to: wish.target.value,
    template,
    values: template === 'sign_in_code' ? { code: secret, minutes } : { code: secret },
    language,
    key: `challenge ${id}`,
    personId: wish.personId,
    expiresAt,
  });
  return ok({
    challenge: id,
    sentTo: maskIdentity(wish.target),
    expiresAt: expiresAt.toISOString(),
    resendAt: resendAt.toISOString(),
  });
};

interface LinkWish extends ChallengeWish {
  readonly template: 'verify_email' | 'change_email';
  readonly page: LinkPage;
  readonly language: Language;
}

export const sendLink = async (
  tx: Transaction,
  tools: Tools,
  { template, page, language, ...wish }: LinkWish,
): Promise<Result<LinkSent, Problem>> => {
  const issued = await issueChallenge(tx, tools, wish);
  if (!issued.ok) return err(issued.error);
  const { id, secret, expiresAt } = issued.value;
  await tools.messages.send(tx, {
    channel: 'email',
    to: wish.target.value,
    template,
    values: { link: linkTo(tools.platform.config, page, linkToken(id, secret)) },
    language,
    key: `challenge ${id}`,
    personId: wish.personId,
    expiresAt,
  });
  return ok(describeLink(wish, issued.value));
};

export const describeLink = (
  { target }: Pick<ChallengeWish, 'target'>,
  { expiresAt }: Pick<IssuedChallenge, 'expiresAt'>,
): LinkSent => ({ sentTo: maskIdentity(target), expiresAt: expiresAt.toISOString() });
