import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuseAddress } from './refuse-address.ts';

const builtPages = join(import.meta.dirname, '../../../../web/dist');

/** `/elections/gh-2024`, with or without a question behind it. */
const mapAddress = /^\/elections\/([\w.%-]+)\/?(?:\?.*)?$/;

const readPage = (folder: string, name: string): string | null => {
  const file = join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};

/** Serves the built pages: hashed assets for good, and one index page for every address that is not the API's. */
export const servePages = async (server: FastifyInstance, folder: string = builtPages): Promise<void> => {
  const index = readPage(folder, 'index.html');
  const map = readPage(folder, 'map.html') ?? index;
  if (index !== null) {
    await server.register(fastifyStatic, {
      root: folder,
      index: false,
      wildcard: false,
      // The build has put smaller copies beside the files.
      preCompressed: true,
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
      const election = mapAddress.exec(request.url)?.[1];
      // The first thing that the map's program asks for; so it is there when the program is.
      if (election)
        reply.header('link', `</api/v1/elections/${election}>; rel=preload; as=fetch; crossorigin`);
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache');
      return reply.send(election ? map : index);
    }
    return refuseAddress(request, reply);
  });
};
