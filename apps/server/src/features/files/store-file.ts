import type { Readable } from 'node:stream';
import { err, type FileId, ok, type Result, uuidv7 } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import { allowsSomewhere, type Caller } from '../../platform/access/allows.ts';
import { ledgerOrigin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { FileRoom } from '../../platform/files/open-file-room.ts';
import type { ReceivedFile, UploadRefusal } from '../../platform/files/receive-upload.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { fileName } from './file-name.ts';
import { type FileRow, findFileOf } from './file-queries.ts';
import { insertFile } from './file-store.ts';

export interface StoreFile {
  readonly caller: Caller;
  readonly requestId: string | null;
  readonly source: Readable;
  /** As the header gave it. */
  readonly name: string | undefined;
}

/**
 * Keeps an attachment as it came: pictures are not re-encoded, so that what the camera wrote into them (EXIF, with
 * place and time) stays, as evidence and as personal data. The same content from the same person is the same file.
 */
export const storeFile = async (
  platform: Platform,
  room: FileRoom,
  command: StoreFile,
): Promise<Result<FileRow, Problem>> => {
  const { caller, source } = command;
  const mayStore = allowsSomewhere(caller, 'sheets.submit', null, platform.clock.now());
  if (caller.kind !== 'person' || !mayStore) {
    return err(problem('forbidden', 'Attachments belong to result sheets, and you may submit none.'));
  }
  const received = await room.receive(source);
  if (!received.ok) return err(refusal(received.error, platform.config.uploadLimit));
  const earlier = await findFileOf(platform.db.kysely, caller.id, received.value.sha256);
  if (earlier === undefined)
    return ok(await keep(platform, room, { ...command, caller, file: received.value }));
  await received.value.discard();
  return ok(earlier);
};

interface Keeping extends Omit<StoreFile, 'source'> {
  readonly caller: Extract<Caller, { kind: 'person' }>;
  readonly file: ReceivedFile;
}

const keep = async (
  { db, clock }: Platform,
  room: FileRoom,
  { caller, file, name, requestId }: Keeping,
): Promise<FileRow> => {
  const { sha256, mediaType, size } = file;
  const place = await keepOrDiscard(room, file);
  const row: FileRow = {
    id: uuidv7(clock.now().getTime()) as FileId,
    sha256,
    mediaType,
    size,
    name: fileName(name, mediaType),
    place,
    uploadedBy: caller.id,
  };
  return inTransaction(db, async (tx) => {
    if (await insertFile(tx, row)) {
      const payload = { sha256: sha256.toString('hex'), mediaType, size };
      const stream = `file:${row.id}`;
      await appendToLedger(tx, [
        { stream, type: 'file.stored', version: 1, payload, ...ledgerOrigin({ caller, requestId }) },
      ]);
      return row;
    }
    // Sent twice at the same moment: the first one's record counts.
    const first = await findFileOf(tx, caller.id, sha256);
    if (first === undefined) throw new Error('a file conflicts with one that is not there');
    return first;
  });
};

const keepOrDiscard = async (room: FileRoom, file: ReceivedFile): Promise<string> => {
  try {
    return await room.keep(file);
  } catch (error) {
    await file.discard();
    throw error;
  }
};

export const tooLarge = (limitBytes: number): Problem =>
  problem('too_large', `An attachment may have at most ${limitBytes} bytes.`);

const refusal = (reason: UploadRefusal, limitBytes: number): Problem => {
  switch (reason) {
    case 'too_large':
      return tooLarge(limitBytes);
    case 'unsupported':
      return problem('unsupported_media_type', 'By its content this is no JPEG, PNG, WebP or PDF.');
    case 'empty':
      return problem('invalid_request', 'The body is empty; send the file itself as the body.');
    case 'interrupted':
      return problem('request_timeout', 'The connection ended before the whole file had arrived.');
  }
};
