import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseAddress } from './refuse-address.ts';

const builtPages = join(import.meta.dirname, '../../../../web/dist');

/** Serves the built pages: hashed assets for good, and one index page for every address that is not the API's. */
export const servePages = async (server: FastifyInstance, folder: string = builtPages): Promise<void> => {
  const indexFile = join(folder, 'index.html');
  const index = existsSync(indexFile) ? readFileSync(indexFile, 'utf8') : null;
  if (index !== null) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/');
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  server.setNotFoundHandler((request, reply) => {
    const isPage =
      ['GET', 'HEAD'].includes(request.method) &&
      !/^\/((api|live|boundaries|assets)\b|log\/)/.test(request.url);
    if (index !== null && isPage) {
      return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index);
    }
    return refuseAddress(request, reply);
  });
};
