import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastify from 'fastify';
import { afterAll, expect, test } from 'vitest';
import { servePages } from './serve-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-pages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), 'any page');
writeFileSync(join(folder, 'map.html'), 'page of a map');
writeFileSync(join(folder, 'assets/a-1.js'), 'a script');
writeFileSync(join(folder, 'assets/a-1.js.gz'), gzipSync('a script'));

const server = fastify();
await servePages(server, folder);
afterAll(() => server.close());

test('the page of a map names what it asks for first; every other page does not', async () => {
  for (const url of ['/elections/gh-2024', '/elections/gh-2024/', '/elections/gh-2024?race=president']) {
    const { body, headers } = await server.inject(url);
    expect(body).toBe('page of a map');
    expect(headers['link']).toBe('</api/v1/elections/gh-2024>; rel=preload; as=fetch; crossorigin');
  }
  for (const url of ['/', '/elections/gh-2024/send', '/elections/a;b', '/elections/a,b', '/send']) {
    const { body, headers } = await server.inject(url);
    expect({ url, body, link: headers['link'] }).toEqual({ url, body: 'any page', link: undefined });
  }
});

test('scripts come compressed where the browser takes it, and for good', async () => {
  const small = await server.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'gzip' } });
  expect(small.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  expect(small.headers['cache-control']).toContain('immutable');
  const plain = await server.inject('/assets/a-1.js');
  expect(plain.body).toBe('a script');
  expect(plain.headers['content-encoding']).toBeUndefined();
});
