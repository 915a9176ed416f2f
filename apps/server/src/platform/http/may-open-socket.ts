import type { IncomingMessage } from 'node:http';
import type { Platform } from '../platform.ts';

/**
 * Whether the page that asks for a WebSocket is ours, or of an origin that may read us: browsers send no question
 * ahead as they do for requests, only Origin. Programs that are no browsers send none.
 */
export const mayOpenSocket = ({
  publicUrl,
  corsOrigins,
}: Pick<Platform['config'], 'publicUrl' | 'corsOrigins'>) => {
  const known = new Set([...corsOrigins, ...[URL.parse(publicUrl)?.origin ?? []].flat()]);
  return ({ headers }: IncomingMessage): boolean => {
    const { origin, host } = headers;
    if (origin === undefined || known.has(origin)) return true;
    const asked = URL.parse(origin);
    return asked !== null && /^https?:$/.test(asked.protocol) && asked.host === host;
  };
};
