import type { Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { AccessRule } from '../access/access-rule.ts';
import type { Caller } from '../access/allows.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a handler sees: checked input, who asks, and the raw request and reply for the few that stream. */
export interface Call<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly caller: Caller;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

type Shape<T> = T extends TSchema ? Static<T> : unknown;

export interface RouteSpec<P, Q, B> {
  readonly method: Method;
  /** Path below /api/v1, or from the root when it begins with two slashes (`//healthz`). */
  readonly path: string;
  readonly summary: string;
  readonly access: AccessRule;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answer?: TSchema;
  readonly status?: number;
  readonly bodyLimit?: number;
  /** The body reaches the handler as a stream: no parsing, no schema. */
  readonly streamed?: boolean;
  /** The media types of a streamed body, for the API's description. */
  readonly takes?: readonly string[];
  /** Creates something: an Idempotency-Key header is honoured (sheets and ballots have their own, in their row). */
  readonly idempotent?: boolean;
  /** Requests a minute for one caller; the default suits reading. */
  readonly ratePerMinute?: number;
  /** Never refused for being asked often: what a probe asks, whose refusal would end a healthy process. */
  readonly unlimited?: boolean;
  readonly handler: (
    call: Call<Shape<P>, Shape<Q>, Shape<B>>,
  ) => Promise<Result<unknown, Problem>> | Result<unknown, Problem>;
}

/** A route whose input types have been erased, ready to be registered beside others. */
export interface Route extends Omit<RouteSpec<TSchema, TSchema, TSchema>, 'handler'> {
  readonly handler: (call: Call<unknown, unknown, unknown>) => Promise<Result<unknown, Problem>>;
}

/** Declares a route: the handler's input types follow from its schemas, and the answer is a Result. */
export const route = <P = undefined, Q = undefined, B = undefined>(spec: RouteSpec<P, Q, B>): Route => ({
  ...(spec as unknown as Route),
  handler: async (call) => spec.handler(call as Call<Shape<P>, Shape<Q>, Shape<B>>),
});

/** Says that the handler has answered on the raw reply by itself. */
export const answered = Symbol('answered');
