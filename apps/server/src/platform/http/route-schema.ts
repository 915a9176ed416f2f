import { ProblemBody } from '@comitium/contract';
import type { FastifySchema } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Route } from './route.ts';

const describeAccess = (route: Route): string => {
  const { access } = route;
  if (access.kind === 'public') return 'Public.';
  if (access.kind === 'signed_in' && access.evenLimited)
    return 'Any signed-in account, also one that has to set up a second factor first.';
  if (access.kind === 'signed_in') return 'Any signed-in account.';
  return `Needs ${access.permission} (checked at: ${access.at}).`;
};

const problemContent = {
  description: 'A problem, RFC 9457.',
  content: { 'application/problem+json': { schema: ProblemBody } },
};

/** `GET /elections/:election/map` is called getElectionsElectionMap. */
export const operationId = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  method.toLowerCase() +
  path
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Fastify must not validate what a handler reads by itself; the description still says that there is a body. */
export const describedSchema = (schema: FastifySchema & { readonly consumes?: readonly string[] }) =>
  schema.consumes === undefined || schema.body !== undefined ? schema : { ...schema, body: {} };

/** The JSON Schema of a route: fastify validates with it, and OpenAPI 3.1 is printed from it. */
export const routeSchema = (route: Route): FastifySchema & Record<string, unknown> => {
  const success: TSchema = route.answer ?? Type.Unknown();
  return {
    summary: route.summary,
    description: describeAccess(route),
    tags: [route.path.split('/').find((part) => part !== '') ?? 'root'],
    ...(route.params === undefined ? {} : { params: route.params }),
    // What is misspelt would be left out in silence, and the answer be of something else than was asked for.
    querystring: { ...(route.query ?? Type.Object({})), additionalProperties: false },
    ...(route.body === undefined || route.streamed ? {} : { body: route.body }),
    ...(route.takes === undefined ? {} : { consumes: [...route.takes] }),
    operationId: operationId(route),
    response: { [route.status ?? 200]: success, '4xx': problemContent, '5xx': problemContent },
    security: route.access.kind === 'public' ? [] : [{ bearer: [] }],
  };
};
