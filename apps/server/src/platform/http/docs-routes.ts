import { ok } from '@comitium/basics';
import type { FastifyInstance } from 'fastify';
import { publicAccess } from '../access/access-rule.ts';
import { answered, type Route, route } from './route.ts';

/** The API's own description, for programs and for people. */
export const docsRoutes = (server: FastifyInstance): Route[] => [
  route({
    method: 'GET',
    path: '/openapi.json',
    summary: 'This API as OpenAPI 3.1.',
    access: publicAccess,
    handler: async ({ reply }) => {
      const body = JSON.stringify(server.swagger());
      await reply.type('application/json; charset=utf-8').serializer(String).send(body);
      return ok(answered);
    },
  }),
  route({
    method: 'GET',
    path: '/docs',
    summary: 'This API as a page.',
    access: publicAccess,
    handler: async ({ reply }) => {
      await reply
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(page(server.swagger() as Description));
      return ok(answered);
    },
  }),
];

interface Operation {
  readonly summary?: string;
  readonly description?: string;
}

interface Description {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

/** Plain HTML without script or style of its own: readable, searchable, and allowed by the content-security policy. */
const page = ({ info, paths = {} }: Description): string => {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(
      ([method, { summary = '', description = '' }]) =>
        `<tr><td>${html(method.toUpperCase())}</td><td><code>${html(path)}</code></td><td>${html(summary)}</td><td>${html(description)}</td></tr>`,
    ),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${html(info.title)} API</title></head><body><main><h1>${html(info.title)} API</h1><p>${html(info.description ?? '')}
Every detail is in <a href="/api/v1/openapi.json">openapi.json</a>.</p><table><thead><tr><th>Method</th><th>Path</th>
<th>What it does</th><th>Who may</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></main></body></html>`;
};
