import fastifyCors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';
import { refuseAddress } from './refuse-address.ts';

/** A browser asks before it sends to another origin; whoever asks without that is told the methods of the address. */
export const answerOptions = async (server: FastifyInstance, { config }: Platform): Promise<void> => {
  server.addHook('onRequest', async (request, reply) => {
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] !== undefined)
      return;
    const methods = server.methodsOf(request.url);
    if (methods.length === 0) return refuseAddress(request, reply);
    return reply.code(204).header('allow', methods.join(', ')).send();
  });
  await server.register(fastifyCors, {
    origin: [...config.corsOrigins],
    credentials: true,
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
    maxAge: 600,
    strictPreflight: false,
    exposedHeaders: [
      'etag',
      'idempotent-replayed',
      'ratelimit',
      'ratelimit-policy',
      'retry-after',
      'x-request-id',
    ],
  });
};
