// Asks a running server at one of its routes with the smallest request that its schemas take.
import { routeUrl } from '../platform/http/register-routes.ts';
import type { Route } from '../platform/http/route.ts';
import { sampleOfSchema } from './sample-of-schema.ts';

export type Verdict = 'let in' | 'sign in first' | 'refused' | string;

export interface Knock {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Members of paths, queries and bodies that are not just samples. */
  readonly known?: Readonly<Record<string, string>>;
  /** What the body has besides. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** An id of nothing. */
const nothing = '01900000-0000-7000-8000-000000000000';

/** The election, register and so on of the walk. */
export const inWalk: Readonly<Record<string, string>> = {
  election: 'land-2024',
  register: 'land',
  area: 'L',
  level: 'region',
  race: 'R',
};
const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0', 'latin1');

/** One of a closed list where the path takes only those, else the id of nothing. */
const chosenFrom = (route: Route, name: string): string => {
  const { properties = {} } = (route.params ?? {}) as { properties?: Record<string, { enum?: string[] }> };
  return properties[name]?.enum?.[0] ?? nothing;
};

const urlOf = (route: Route, { base, known = {} }: Knock): string => {
  const members = { ...inWalk, ...known };
  const path = routeUrl(route)
    .replace(/:(\w+)(\([^)]*\))?/g, (_, name: string) => members[name] ?? chosenFrom(route, name))
    .replace('*', 'index.html');
  const query =
    route.query === undefined ? {} : (sampleOfSchema(route.query, members) as Record<string, string>);
  return `${base}${path}?${new URLSearchParams(query)}`;
};

const bodyOf = (
  route: Route,
  { known = {}, more = {} }: Knock,
): { body?: string | Uint8Array<ArrayBuffer>; type?: string } => {
  if (route.method === 'GET') return {};
  if (route.streamed) return { body: new Uint8Array(png), type: 'image/png' };
  if (route.body === undefined && Object.keys(more).length === 0) return {};
  const sample = route.body === undefined ? {} : sampleOfSchema(route.body, { ...inWalk, ...known });
  return { body: JSON.stringify({ ...(sample as object), ...more }), type: 'application/json' };
};

export const knockOn = (route: Route, knock: Knock): Promise<Response> => {
  const { body, type } = bodyOf(route, knock);
  return fetch(urlOf(route, knock), {
    method: route.method,
    headers: {
      ...knock.headers,
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(route.method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body === undefined ? {} : { body }),
    redirect: 'manual',
  });
};

/** A body that the schema refuses is answered before the door; a streamed one is read behind it. */
export const judge = async (answer: Response, streamed = false): Promise<Verdict> => {
  const text = await answer.text();
  const isProblem = answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
  const code = isProblem ? (JSON.parse(text) as { code: string }).code : '';
  if (code === 'unauthenticated') return 'sign in first';
  if (code === 'forbidden') return 'refused';
  const unseen = answer.status >= 500 || (code === 'invalid_request' && !streamed);
  return unseen ? `${answer.status} ${text}` : 'let in';
};
