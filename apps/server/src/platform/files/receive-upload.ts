// Takes an upload from the wire into a temporary file: counted, hashed and judged while it streams, on the disk before
// anybody is told that it was kept. Whatever goes wrong, no file stays behind.
import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { headLength, type MediaType, mediaTypeOf } from './media-type-of.ts';

export interface ReceivedFile {
  /** The caller keeps it or discards it. */
  readonly path: string;
  readonly size: number;
  readonly sha256: Buffer;
  readonly mediaType: MediaType;
  /** Removes the temporary file, where it has not been moved. */
  discard(): Promise<void>;
}

/** `interrupted`: the sender went away before the end. */
export type UploadRefusal = 'too_large' | 'unsupported' | 'empty' | 'interrupted';

export interface ReceiveOptions {
  readonly folder: string;
  readonly limitBytes: number;
}

export const receiveUpload = async (
  source: Readable,
  { folder, limitBytes }: ReceiveOptions,
): Promise<Result<ReceivedFile, UploadRefusal>> => {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomUUID());
  const discard = (): Promise<void> => rm(path, { force: true });
  const file = await open(path, 'wx', 0o600);
  let kept = false;
  try {
    const received = await writeTo(file, source, limitBytes);
    kept = received.ok;
    return received.ok ? ok({ path, discard, ...received.value }) : received;
  } finally {
    await file.close();
    if (!kept) await discard();
  }
};

const writeTo = async (
  file: FileHandle,
  source: Readable,
  limitBytes: number,
): Promise<Result<Pick<ReceivedFile, 'size' | 'sha256' | 'mediaType'>, UploadRefusal>> => {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let mediaType: MediaType | null = null;
  let size = 0;
  const chunks = readChunks(source);
  for await (const chunk of chunks) {
    if (chunk === 'interrupted') return err('interrupted');
    size += chunk.length;
    if (size > limitBytes) return err('too_large');
    if (mediaType === null) {
      head = Buffer.concat([head, chunk.subarray(0, headLength - head.length)]);
      mediaType = mediaTypeOf(head);
      if (mediaType === null && head.length === headLength) return err('unsupported');
    }
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  if (size === 0) return err('empty');
  if (mediaType === null) return err('unsupported');
  await file.sync();
  return ok({ size, sha256: hash.digest(), mediaType });
};

/**
 * Reads the rest of a refused body and throws it away, because most senders look for the answer only after they have
 * sent everything. False where that would be more than `mostBytes`.
 */
export const discardRest = async (source: Readable, mostBytes: number): Promise<boolean> => {
  let size = 0;
  for await (const chunk of readChunks(source)) {
    if (chunk === 'interrupted') return false;
    size += chunk.length;
    if (size > mostBytes) return false;
  }
  return true;
};

/**
 * The stream is not destroyed where reading stops early: it is the request, and the refusal must still be answered on
 * its connection.
 */
async function* readChunks(source: Readable): AsyncGenerator<Buffer | 'interrupted'> {
  try {
    for await (const chunk of source.iterator({ destroyOnReturn: false })) yield chunk as Buffer;
  } catch (error) {
    if (!isInterruption(error)) throw error;
    yield 'interrupted';
  }
}

const isInterruption = (error: unknown): boolean => {
  const code = (error as { code?: unknown } | null)?.code;
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'EPIPE';
};
