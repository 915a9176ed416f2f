// Who asks to sign in, before it is known who it is: the network, and whether its browser was let in here before.
import type { UserId } from '@comitium/basics';
import { isUuid } from '@comitium/basics';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cookieName } from '../sessions/cookie-name.ts';
import { type Device, readUserAgent } from './read-user-agent.ts';

export interface Requester {
  /** As limits count it; of IPv6 the subscriber's /64. */
  readonly network: string;
  readonly address: string;
  /** Who signed in from this browser last; sealed by us, so that nobody can claim it. */
  readonly knownPersonId: UserId | null;
  readonly requestId: string;
  /** What it says it is. */
  readonly device: Device;
  /** Where the installation was told to look for it. */
  readonly place: string | null;
  /** How the refresh token goes there and back: an app gets it in the body, a browser in its cookie. */
  readonly carrier: 'cookie' | 'body';
}

const nameOf = (config: Pick<Platform['config'], 'publicUrl'>): string =>
  cookieName(config, '__Secure-', 'comitium_known');
const purpose = 'known device';
const lifeSeconds = 180 * 86_400;

/**
 * Limits that strangers share would let one of them lock everybody out. Whoever signed in from a browser before
 * keeps limits of his own there, by this cookie. It gives no right.
 */
export const rememberDevice = (
  reply: FastifyReply,
  { config, keys }: Pick<Platform, 'config' | 'keys'>,
  personId: UserId,
): void => {
  const secure = config.publicUrl.startsWith('https://') ? '; Secure' : '';
  const value = keys.seal(purpose, personId);
  const cookie = `${nameOf(config)}=${value}; Max-Age=${lifeSeconds}; Path=/api/v1/auth; HttpOnly; SameSite=Strict${secure}`;
  // Beside the session's cookie, which is set on the same answer.
  reply.header('set-cookie', cookie);
};

export const requesterOf = (
  request: FastifyRequest,
  { keys, config }: Pick<Platform, 'keys' | 'config'>,
): Requester => ({
  network: networkOf(request.ip),
  address: request.ip,
  knownPersonId: readDevice(request.headers.cookie ?? '', { keys, name: nameOf(config) }),
  requestId: request.id,
  device: readUserAgent(request.headers['user-agent'] ?? ''),
  place: placeOf(request, config),
  carrier: carrierOf(request),
});

/** An app asks for it by a header. A page never gets it, whatever it asks: a script in it could give it away. */
const carrierOf = ({ headers }: FastifyRequest): 'cookie' | 'body' =>
  headers['comitium-client'] === 'app' && headers.origin === undefined ? 'body' : 'cookie';

/** Believed only where a proxy that is trusted has written it. */
const placeOf = (
  { headers }: FastifyRequest,
  { placeHeader, trustedProxies }: Pick<Platform['config'], 'placeHeader' | 'trustedProxies'>,
): string | null => {
  if (placeHeader === '' || trustedProxies.length === 0) return null;
  const value = headers[placeHeader.toLowerCase()];
  return typeof value === 'string' && /^[\p{L}\p{N} ,.'-]{1,60}$/u.test(value) ? value : null;
};

const readDevice = (
  cookies: string,
  { keys, name: ours }: { keys: KeyRing; name: string },
): UserId | null => {
  for (const part of cookies.split(';')) {
    const [name, value = ''] = part.trim().split('=', 2);
    if (name === ours && value.length < 400) return openDevice(value, keys);
  }
  return null;
};

const openDevice = (value: string, keys: KeyRing): UserId | null => {
  try {
    const id = keys.open(purpose, value);
    return isUuid(id) ? (id as UserId) : null;
  } catch {
    // Made up, or sealed with a key that is gone: a stranger like any other.
    return null;
  }
};

/** An IPv6 subscriber holds a whole /64, so that is what is counted. */
const networkOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter((part) => part !== '');
  const right = tail.split(':').filter((part) => part !== '');
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
};
