import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../../platform/config/settings.ts';
import { cookieName } from './cookie-name.ts';

const nameOf = (config: Pick<Config, 'publicUrl'>): string =>
  cookieName(config, '__Host-', 'comitium_session');
/** What randomSecret makes; anything else is no cookie of ours. */
const secretForm = /^[\w-]{43}$/;

export const readSessionCookie = (
  request: FastifyRequest,
  config: Pick<Config, 'publicUrl'>,
): string | null => {
  const name = nameOf(config);
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && secretForm.test(value)) return value;
  }
  return null;
};

const write = (reply: FastifyReply, config: Config, value: string): void => {
  const secure = config.publicUrl.startsWith('https://') ? '; Secure' : '';
  reply.header('set-cookie', `${nameOf(config)}=${value}; Path=/; HttpOnly; SameSite=Strict${secure}`);
};

export const setSessionCookie = (
  reply: FastifyReply,
  config: Config,
  { secret, lifeSeconds }: { readonly secret: string; readonly lifeSeconds: number },
): void => write(reply, config, `${secret}; Max-Age=${lifeSeconds}`);

export const clearSessionCookie = (reply: FastifyReply, config: Config): void =>
  write(reply, config, '; Max-Age=0');
