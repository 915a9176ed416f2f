import { Readable } from 'node:stream';
import { type Problem, problem } from '@comitium/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccessRule } from '../access/access-rule.ts';
import type { Caller } from '../access/allows.ts';
import { mayEnter } from '../access/may-enter.ts';
import type { Platform } from '../platform.ts';
import { runIdempotently } from './idempotency.ts';
import { noteRefusal, type RefusedCall } from './note-refusal.ts';
import { sendProblem } from './problem-reply.ts';
import { tellRate } from './rate-headers.ts';
import { answered, type Route } from './route.ts';
import { routeSchema } from './route-schema.ts';

export const routeUrl = (route: Route): string =>
  route.path.startsWith('//') ? route.path.slice(1) : `/api/v1${route.path}`;

/** Who calls, found at the door; the handler takes it from here. */
const callers = new WeakMap<FastifyRequest, Caller>();

/** Puts routes on the server; one without a declared access rule stops the start. */
export const registerRoutes = (
  server: FastifyInstance,
  platform: Platform,
  routes: readonly Route[],
): void => {
  const add = (scope: FastifyInstance, route: Route): void => {
    if ((route.access as AccessRule | undefined) === undefined) {
      throw new Error(`route ${route.method} ${route.path} declares no access rule`);
    }
    scope.route({
      method: route.method,
      url: routeUrl(route),
      schema: routeSchema(route),
      ...(route.streamed === true ? { config: { streamed: true } } : {}),
      ...(route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }),
      // Before the body is read: who may not enter cannot make us read and parse what he sends.
      onRequest: (request, reply) => admit(platform, route, { request, reply }),
      preValidation: async (request, reply) => prepareBody(route, { request, reply }),
      handler: (request, reply) => serve(platform, route, { request, reply }),
    });
  };
  for (const route of routes) if (route.streamed !== true) add(server, route);
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    for (const route of routes) if (route.streamed === true) add(scope, route);
    done();
  });
};

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The door: who calls, how often, and whether he may. Answering here ends the request. */
const admit = async (platform: Platform, route: Route, { request, reply }: Exchange): Promise<unknown> => {
  const caller = await platform.access.callerOf(request);
  if (!caller.ok) return sendProblem(request, reply, caller.error);
  const limited = await overLimit(platform, route, { request, reply, caller: caller.value });
  if (limited !== null)
    return refuse(platform, route, { request, reply, caller: caller.value, problem: limited });
  const entered = await enter(platform, route, { request, caller: caller.value });
  if (entered !== null)
    return refuse(platform, route, { request, reply, caller: caller.value, problem: entered });
  callers.set(request, caller.value);
  // Handlers of what is the same for everybody say otherwise.
  if (caller.value.kind === 'person') reply.header('cache-control', 'private, no-store');
  return undefined;
};

/** Every problem on a route's way ends here, so that none is told to the caller only. */
const refuse = (platform: Platform, route: Route, refused: RefusedCall & Exchange): FastifyReply => {
  noteRefusal(platform, route, refused);
  return sendProblem(refused.request, refused.reply, refused.problem);
};

/** A body whose every member may be left out may be left out itself. */
const prepareBody = (route: Route, { request, reply }: Exchange): unknown => {
  if (route.streamed === true) return undefined;
  if (request.body instanceof Readable) {
    return sendProblem(request, reply, problem('unsupported_media_type', 'Send application/json here.'));
  }
  if (route.body === undefined || request.body !== undefined) return undefined;
  const { required = [] } = route.body as { required?: readonly string[] };
  if (required.length > 0) {
    return sendProblem(request, reply, problem('invalid_request', 'The body is empty; JSON is expected.'));
  }
  request.body = {};
  return undefined;
};

const serve = async (
  platform: Platform,
  route: Route,
  { request, reply }: Exchange,
): Promise<FastifyReply> => {
  const caller = callers.get(request);
  if (caller === undefined) throw new Error(`${route.method} ${route.path} was served without its door`);
  const { params, query, body } = request;
  const call = { params, query, body, caller, request, reply };
  const run = () => route.handler(call);
  const result = route.idempotent ? await runIdempotently(platform, route, call, run) : await run();
  if (!result.ok) return refuse(platform, route, { request, reply, caller, problem: result.error });
  if (result.value === answered || reply.sent) return reply;
  if (result.value === undefined) return reply.code(204).send();
  return reply.code(route.status ?? 200).send(result.value);
};

const overLimit = async (
  platform: Platform,
  route: Route,
  { request, reply, caller }: Exchange & { caller: Caller },
): Promise<Problem | null> => {
  if (!platform.config.rateLimits || route.unlimited === true) return null;
  const perMinute = route.ratePerMinute ?? platform.config.requestsPerCaller;
  const who = caller.kind === 'person' ? caller.id : request.ip;
  const operation = route.ratePerMinute === undefined ? 'default' : `${route.method} ${route.path}`;
  const verdict = await platform.rateLimiter.take(`${who} ${operation}`, perMinute);
  tellRate(reply, verdict);
  if (verdict.allowed) return null;
  const detail = `At most ${perMinute} of these requests a minute are served; try again in ${verdict.resetSeconds} s.`;
  return problem('rate_limited', detail, { retryAfterSeconds: verdict.resetSeconds });
};

const enter = async (
  platform: Platform,
  route: Route,
  { request, caller }: { request: FastifyRequest; caller: Caller },
): Promise<Problem | null> => {
  if (route.access.kind === 'public') return null;
  const looksAtElection = route.access.kind === 'permission' && route.access.at === 'election';
  const reference = (request.params as { election?: string }).election;
  const election =
    looksAtElection && reference !== undefined ? await platform.access.findElection(reference) : null;
  const unknown = problem('election_not_found', `There is no election ${reference ?? ''}.`);
  if (looksAtElection && election === null && caller.kind !== 'anonymous') return unknown;
  const at = { electionId: election?.id ?? null, now: platform.clock.now() };
  const verdict = mayEnter(route.access, caller, at);
  if (verdict.ok) return null;
  const mustNotKnow = verdict.error.code === 'forbidden' && election?.isPublic === false;
  return mustNotKnow ? unknown : verdict.error;
};
