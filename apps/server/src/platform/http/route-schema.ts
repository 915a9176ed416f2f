import { ProblemBody } from '@comitium/contract';
import type { FastifySchema } from 'fastify';
import { type TSchema, Type } from 'typebox';
import type { Route } from './route.ts';

const describeAccess = (route: Route): string => {
  const { access } = route;
  if (access.kind === 'public') return 'Public.';
  if (access.kind === 'signed_in') return 'Any signed-in account.';
  return `Needs ${access.permission} (checked at: ${access.at}).`;
};

/** The JSON Schema of a route: fastify validates with it, and OpenAPI 3.1 is printed from it. */
export const routeSchema = (route: Route): FastifySchema & Record<string, unknown> => {
  const success: TSchema = route.answer ?? Type.Unknown();
  return {
    summary: route.summary,
    description: describeAccess(route),
    tags: [route.path.split('/').find((part) => part !== '') ?? 'root'],
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { querystring: route.query }),
    ...(route.body === undefined || route.streamed ? {} : { body: route.body }),
    response: { [route.status ?? 200]: success, '4xx': ProblemBody, '5xx': ProblemBody },
    security: route.access.kind === 'public' ? [] : [{ bearer: [] }],
  };
};
