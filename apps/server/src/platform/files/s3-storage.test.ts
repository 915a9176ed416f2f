// A real HTTP round trip against a server that stores what is put; no S3 product was asked.
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { unwrap } from '@comitium/basics';
import { afterAll, expect, test } from 'vitest';
import { receiveUpload } from './receive-upload.ts';
import { createS3Storage } from './s3-storage.ts';

const objects = new Map<string, { body: Buffer; headers: Record<string, unknown> }>();
const sink = createServer((request, response) => {
  const path = request.url?.split('?')[0] ?? '';
  void (async () => {
    const body = await buffer(request);
    if (request.method === 'PUT') objects.set(path, { body, headers: request.headers });
    const found = request.method === 'GET' ? objects.get(path) : undefined;
    response.statusCode = request.method === 'GET' && found === undefined ? 404 : 200;
    response.end(found?.body);
  })();
});
await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve));
const folder = await mkdtemp(join(tmpdir(), 'comitium-s3-'));
afterAll(async () => {
  await new Promise((resolve) => sink.close(resolve));
  await rm(folder, { recursive: true });
});

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const endpoint = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
const location = { bucket: 'results', prefix: 'files/', endpoint, region: 'us-east-1' };

test('what is kept in the bucket comes back byte by byte, signed and with its checksum', async () => {
  const storage = await createS3Storage(location, credentials);
  const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(200_000, 7)]);
  const received = unwrap(await receiveUpload(Readable.from([content]), { folder, limitBytes: 300_000 }));
  const place = await storage.keep(received);
  const hash = createHash('sha256').update(content);
  const hex = hash.copy().digest('hex');
  expect(place).toBe(`${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`);
  const stored = objects.get(`/results/files/${place}`);
  expect(stored?.headers).toMatchObject({
    'content-type': 'application/pdf',
    'x-amz-checksum-sha256': hash.digest('base64'),
    authorization: expect.stringContaining('AWS4-HMAC-SHA256 Credential=test/'),
  });
  expect(stored?.body.equals(content)).toBe(true);
  expect((await buffer(await storage.open(place))).equals(content)).toBe(true);
});

test('what is not there is an error', async () => {
  const storage = await createS3Storage(location, credentials);
  await expect(storage.open('no/ne/none')).rejects.toThrow();
});
