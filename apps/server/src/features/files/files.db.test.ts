import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StoredFile } from '@comitium/contract';
import { afterAll, expect, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { createTestServer } from './testing/create-test-server.ts';

const db = await createTestDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'comitium-files-'));
const shared = new Set<string>();
const limit = 100_000;
const { server, addPerson } = await createTestServer(db, {
  environment: { COMITIUM_DATA_DIR: dataDir, COMITIUM_UPLOAD_LIMIT: String(limit) },
  mayReadFile: async (caller, id) => caller.kind === 'person' && caller.name === 'reviewer' && shared.has(id),
});
const base = await server.listen({ port: 0, host: '127.0.0.1' });
afterAll(async () => {
  await server.close();
  await rm(dataDir, { recursive: true });
});
const esi = await addPerson('esi', 'correspondent');
const kofi = await addPerson('kofi', 'correspondent');
const reviewer = await addPerson('reviewer', 'reviewer');

const png = (filler: number, size = 500): Buffer => {
  const content = Buffer.alloc(size, filler);
  content.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  return content;
};
const upload = (body: Buffer | ReadableStream, headers: Record<string, string>) =>
  fetch(`${base}/api/v1/files`, { method: 'POST', body: body as never, headers, duplex: 'half' } as never);
const stored = async (answer: Response) => (await answer.json()) as StoredFile;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
/** Every file below the data folder. */
const filesOnDisk = async (): Promise<string[]> => {
  const entries = await readdir(join(dataDir, 'files'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

test('an attachment comes back as it was sent, under a name and headers that make it harmless', async () => {
  const content = png(1);
  const headers = { ...esi, 'content-type': 'text/html', 'x-file-name': 'Feuille%20%22%C3%A9%22.html' };
  const sent = await upload(content, headers);
  expect(sent.status).toBe(201);
  const file = await stored(sent);
  const sha256 = createHash('sha256').update(content).digest('hex');
  expect(file).toMatchObject({ name: 'Feuille "é".png', mediaType: 'image/png', size: 500, sha256 });
  const read = await fetch(`${base}/api/v1/files/${file.id}`, { headers: esi });
  expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(read.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '500',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename="Feuille ___.png"; filename*=UTF-8''Feuille%20%22%C3%A9%22.png`,
    'cache-control': 'private, no-cache',
    etag: `"${sha256}"`,
  });
  const again = await fetch(`${base}/api/v1/files/${file.id}`, {
    headers: { ...esi, 'if-none-match': `"${sha256}"` },
  });
  expect(again.status).toBe(304);
});

test('the same content from the same person is the same file, from another one his own; the bytes lie once', async () => {
  const content = png(2);
  const both = await Promise.all([upload(content, esi), upload(content, esi)]);
  const [first, second] = await Promise.all(both.map(stored));
  const third = await stored(await upload(content, kofi));
  expect(second?.id).toBe(first?.id);
  expect(third.id).not.toBe(first?.id);
  expect((await filesOnDisk()).filter((name) => name === third.sha256)).toHaveLength(1);
});

test('only the uploader and those who may read the sheet see a file; for others there is none', async () => {
  const file = await stored(await upload(png(3), esi));
  const read = (headers: Record<string, string>) => fetch(`${base}/api/v1/files/${file.id}`, { headers });
  expect([(await read(esi)).status, (await read({})).status]).toEqual([200, 401]);
  expect(await codeOf(await read(kofi))).toBe('file_not_found');
  expect(await codeOf(await read(reviewer))).toBe('file_not_found');
  shared.add(file.id);
  expect((await read(reviewer)).status).toBe(200);
  for (const id of ['x', "' or true --", '..%2f..%2fetc%2fpasswd']) {
    expect((await fetch(`${base}/api/v1/files/${encodeURIComponent(id)}`, { headers: esi })).status).toBe(
      404,
    );
  }
});

test('whoever submits no sheets uploads nothing', async () => {
  expect((await upload(png(4), reviewer)).status).toBe(403);
  expect((await upload(png(4), {})).status).toBe(401);
});

test('what is disguised, empty or too large is refused and leaves nothing behind', async () => {
  const before = await filesOnDisk();
  const disguised = { ...esi, 'content-type': 'image/png', 'x-file-name': 'photo.png' };
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  expect(await codeOf(await upload(page, disguised))).toBe('unsupported_media_type');
  const json = { ...esi, 'content-type': 'application/json' };
  expect(await codeOf(await upload(Buffer.from('{"a":1}'), json))).toBe('unsupported_media_type');
  expect(await codeOf(await upload(png(5, 4), disguised))).toBe('unsupported_media_type');
  expect(await codeOf(await upload(Buffer.alloc(0), disguised))).toBe('invalid_request');
  expect(await codeOf(await upload(png(5, limit + 1), disguised))).toBe('too_large');
  const chunked = new ReadableStream({
    start: (controller) => {
      controller.enqueue(png(5, limit));
      controller.enqueue(Buffer.alloc(1));
      controller.close();
    },
  });
  expect(await codeOf(await upload(chunked, disguised))).toBe('too_large');
  expect((await upload(png(5, limit), disguised)).status).toBe(201);
  expect(await filesOnDisk()).toHaveLength(before.length + 1);
});

test('a file that is far too large is answered on the same connection, or the connection ends', async () => {
  expect(await codeOf(await upload(png(7, limit * 3), esi))).toBe('too_large');
  const declared = await server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...esi, 'content-length': String(limit * 1000) },
  });
  expect(declared.statusCode).toBe(413);
  expect(declared.headers.connection).toBe('close');
});

test('a connection that is cut leaves no file and no record', async () => {
  const before = await filesOnDisk();
  const records = () => db.kysely.selectFrom('stored_file').select('id').execute();
  const recordsBefore = await records();
  const handled = new Promise<void>((resolve) => {
    server.server.once('request', (_request, response) => response.once('close', resolve));
  });
  const { port } = new URL(base);
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST /api/v1/files HTTP/1.1\r\nhost: x\r\ncontent-type: image/png\r\nx-test-person: ${esi['x-test-person']}\r\ncontent-length: 50000\r\n\r\n`,
  );
  socket.write(png(6, 20_000));
  await expect.poll(filesOnDisk).toHaveLength(before.length + 1);
  socket.destroy();
  await handled;
  await expect.poll(filesOnDisk).toEqual(before);
  expect(await records()).toEqual(recordsBefore);
});

test('the ledger tells what was stored, without its name', async () => {
  const events = await db.kysely.selectFrom('ledger').selectAll().where('type', '=', 'file.stored').execute();
  expect(events.length).toBeGreaterThan(3);
  expect(JSON.stringify(events)).not.toContain('Feuille');
  expect(events[0]?.payload).toMatchObject({ mediaType: 'image/png', size: 500 });
});
