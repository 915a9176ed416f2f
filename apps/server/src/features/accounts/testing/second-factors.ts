import { generateSync } from 'otplib';
import { post } from './ask.ts';
import type { TestBed } from './create-test-bed.ts';
import { password, type SignedIn, signInAs } from './test-people.ts';

export const codeAt = (secret: string, now: Date): string =>
  generateSync({ secret, epoch: Math.floor(now.getTime() / 1000) });

export interface Enrolled {
  readonly signedIn: SignedIn;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Signs in and sets up an authenticator app; the clock moves to the next code. */
export const enrolTotp = async (bed: TestBed, email: string): Promise<Enrolled> => {
  const signedIn = await signInAs(bed, email);
  const begun = await post(bed, '/auth/me/totp', {}, signedIn.headers);
  const { secret } = begun.json<{ secret: string }>();
  const code = codeAt(secret, bed.time.now);
  const confirmed = await post(bed, '/auth/me/totp/confirm', { code }, signedIn.headers);
  if (confirmed.statusCode !== 200) throw new Error(`${begun.body} ${confirmed.body}`);
  const { recoveryCodes, token } = confirmed.json<{ recoveryCodes: string[]; token: { token: string } }>();
  bed.time.now = new Date(bed.time.now.getTime() + 30_000);
  const headers = { authorization: `Bearer ${token.token}` };
  return { signedIn: { ...signedIn, token: token.token, headers }, secret, recoveryCodes };
};

/** The first step; answers the challenge of the second one. */
export const beginSignIn = async (bed: TestBed, email: string): Promise<string> => {
  const answer = await post(bed, '/auth/sign-in', { email, password });
  return answer.json<{ challenge: string }>().challenge;
};
