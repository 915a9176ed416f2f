import type { Clock, UserId } from '@comitium/basics';
import { errors, jwtVerify, SignJWT } from 'jose';
import { LruMap } from '../lru-map.ts';
import { type SigningKeys, tokenAlgorithm } from './signing-keys.ts';

/** What an access token says: who, from which sign-in, until when. Rights are never in it. */
export interface TokenClaims {
  readonly personId: UserId;
  readonly sessionId: string;
  readonly expiresAt: Date;
  /** Whether the sign-in showed a second factor (RFC 8176: mfa). */
  readonly secondFactor: boolean;
}

export interface AccessTokens {
  issue(claims: TokenClaims): Promise<string>;
  /** Null for a token that is forged, malformed or over. A token that was seen before costs no signature check. */
  verify(token: string): Promise<TokenClaims | null>;
  /** The claims of a token that was verified before and is not over; without waiting. */
  recall(token: string): TokenClaims | undefined;
}

const issuer = 'comitium';
/** One installation has one API; its keys are its own. */
const audience = 'comitium-api';
const mostRemembered = 50_000;
const longestToken = 2_000;

export const createAccessTokens = (
  keys: Pick<SigningKeys, 'current' | 'find'>,
  clock: Clock,
): AccessTokens => {
  const verified = new LruMap<string, TokenClaims>(mostRemembered);
  const recall = (token: string): TokenClaims | undefined => {
    const claims = verified.get(token);
    if (claims === undefined || claims.expiresAt > clock.now()) return claims;
    verified.delete(token);
    return undefined;
  };
  return {
    recall,
    issue: async ({ personId, sessionId, expiresAt, secondFactor }) => {
      const { id, privateKey } = await keys.current();
      return new SignJWT({ sid: sessionId, ...(secondFactor && { amr: ['mfa'] }) })
        .setProtectedHeader({ alg: tokenAlgorithm, kid: id, typ: 'at+jwt' })
        .setSubject(personId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(clock.now())
        .setExpirationTime(expiresAt)
        .sign(privateKey);
    },
    verify: async (token) => {
      const known = recall(token);
      if (known !== undefined) return known;
      if (token.length > longestToken) return null;
      const claims = await check(token, keys, clock.now());
      if (claims !== null) verified.set(token, claims);
      return claims;
    },
  };
};

const check = async (
  token: string,
  keys: Pick<SigningKeys, 'find'>,
  now: Date,
): Promise<TokenClaims | null> => {
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = kid === undefined ? null : await keys.find(kid);
        if (key === null) throw new errors.JWSSignatureVerificationFailed();
        return key;
      },
      {
        algorithms: [tokenAlgorithm],
        issuer,
        audience,
        typ: 'at+jwt',
        currentDate: now,
        requiredClaims: ['sub', 'exp'],
      },
    );
    const { sub, exp, sid, amr } = payload;
    const secondFactor = Array.isArray(amr) && amr.includes('mfa');
    if (sub === undefined || exp === undefined || typeof sid !== 'string') return null;
    return { personId: sub as UserId, sessionId: sid, expiresAt: new Date(exp * 1000), secondFactor };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
};
