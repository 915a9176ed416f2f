import { randomUUID } from 'node:crypto';
import { problem } from '@comitium/contract';
import fastifySwagger from '@fastify/swagger';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { isDatabaseBusy } from '../database/index.ts';
import type { Platform } from '../platform.ts';
import { answerOptions } from './answer-options.ts';
import { answerUnreadable } from './answer-unreadable.ts';
import { limitBodyTime } from './limit-body-time.ts';
import { collectMethods } from './methods-of.ts';
import { problemOfError } from './problem-of-error.ts';
import { sendProblem } from './problem-reply.ts';
import { readJsonBytes } from './read-json.ts';
import { refuseEncodedBodies } from './refuse-encoded-bodies.ts';
import { RefusedBodyError } from './refused-body-error.ts';
import { describedSchema } from './route-schema.ts';
import { securityHeaders } from './security-headers.ts';
import { createValidatorCompiler } from './validators.ts';

/** The HTTP server without its routes: limits, headers, request ids, problems for everything that goes wrong. */
export const createServer = async (platform: Platform): Promise<FastifyInstance> => {
  const { config } = platform;
  const headers = securityHeaders({ https: config.publicUrl.startsWith('https://') });
  const server = fastify({
    loggerInstance: platform.log.child({ room: 'http' }) as never,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: config.bodyLimit,
    // For the longest upload; bodies that are read whole have a limit of their own.
    requestTimeout: 600_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    trustProxy: config.trustedProxies.length === 0 ? false : [...config.trustedProxies],
    clientErrorHandler: answerUnreadable,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 128 },
    frameworkErrors: (error, request, reply) => {
      reply.headers(headers).header('x-request-id', request.id);
      const known = problemOfError(error) ?? problem('invalid_request', 'This address cannot be read.');
      return sendProblem(request as never, reply as never, known);
    },
  }) as unknown as FastifyInstance;
  server.setValidatorCompiler(createValidatorCompiler());
  server.decorate('methodsOf', collectMethods(server));
  addHeaders(server, headers, mailboxHeaders(platform, headers));
  refuseEncodedBodies(server);
  limitBodyTime(server, config.bodySeconds * 1000);
  await answerOptions(server, platform);
  await server.register(fastifySwagger, {
    transform: ({ schema, url }) => ({ schema: describedSchema(schema ?? {}), url }),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Comitium',
        version: '1',
        description: 'One way in for result sheets; every figure provable.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
  });
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, bytes, done) => {
    const body = readJsonBytes(bytes as Buffer);
    if (body.ok) done(null, body.value);
    else done(new RefusedBodyError(body.error));
  });
  // Everything but JSON reaches its handler as a stream; routes that do not declare `streamed` refuse it.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  answerProblems(server, platform);
  measure(server, platform);
  platform.tracing.traceRequests(server);
  return server;
};

type Headers = ReturnType<typeof securityHeaders>;

/** The page that shows e-mails, which exists only outside production. */
const mailboxHeaders = ({ config }: Platform, headers: Headers): Headers =>
  config.environment === 'production' ? headers : securityHeaders({ https: false, styledMail: true });

const addHeaders = (server: FastifyInstance, headers: Headers, ofMailbox: Headers): void => {
  server.addHook('onRequest', (request, reply, done) => {
    const isMailbox = request.url.startsWith('/dev/mailbox');
    reply.headers(isMailbox ? ofMailbox : headers).header('x-request-id', request.id);
    done();
  });
};

const answerProblems = (server: FastifyInstance, platform: Platform): void => {
  server.setErrorHandler((error, request, reply) => {
    const known = problemOfError(error);
    const about = {
      err: error,
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url,
    };
    if (isDatabaseBusy(error)) platform.log.warn(about, 'PostgreSQL gave up what a request needed');
    if (known !== null) return sendProblem(request, reply, known);
    platform.log.error(about, 'a request failed');
    return sendProblem(
      request,
      reply,
      problem('internal_error', 'This is a fault of ours. Tell the operator the request id.'),
    );
  });
};

const measure = (server: FastifyInstance, { metrics }: Platform): void => {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    metrics.requestSeconds.observe(labels, reply.elapsedTime / 1000);
    done();
  });
};
