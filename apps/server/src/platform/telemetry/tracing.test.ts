import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { createTracing } from './tracing.ts';

interface Exported {
  readonly resourceSpans: readonly {
    readonly scopeSpans: readonly {
      readonly spans: readonly {
        readonly name: string;
        readonly traceId: string;
        readonly parentSpanId?: string;
      }[];
    }[];
  }[];
}

/** A real collector as far as HTTP goes: keeps what is posted to it. */
const startCollector = async () => {
  const bodies: Exported[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(JSON.parse(Buffer.concat(chunks).toString()) as Exported);
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { bodies, url: `http://127.0.0.1:${port}`, close: () => server.close() };
};

test('requests and inner work reach the collector, joined to the caller’s trace', async () => {
  const collector = await startCollector();
  const tracing = createTracing(collector.url);
  const server = fastify();
  tracing.traceRequests(server);
  server.get('/thing/:id', () => tracing.span('inner work', { sheets: 3 }, async () => ({ done: true })));
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await server.inject({ url: '/thing/7', headers: { traceparent } });
  await server.close();
  await tracing.stop();
  collector.close();
  const spans = collector.bodies.flatMap((body) =>
    body.resourceSpans.flatMap((r) => r.scopeSpans.flatMap((s) => s.spans)),
  );
  expect(spans.map((span) => span.name).sort()).toEqual(['GET /thing/:id', 'inner work']);
  expect(spans.find((span) => span.name.startsWith('GET'))).toMatchObject({
    traceId: '0af7651916cd43dd8448eb211c80319c',
    parentSpanId: 'b7ad6b7169203331',
  });
});

test('without an endpoint work just runs', async () => {
  expect(await createTracing('').span('x', {}, async () => 5)).toBe(5);
});
