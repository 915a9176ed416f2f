// The photo of one's own account. The ledger is told that it changed, and holds nothing of it.
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { mostPhotoBytes, type Problem, problem } from '@comitium/contract';
import type { PersonCaller } from '../../../../platform/access/allows.ts';
import { inTransaction, type Transaction } from '../../../../platform/database/transaction.ts';
import { headLength, mediaTypeOf } from '../../../../platform/files/media-type-of.ts';
import { appendToLedger } from '../../../../platform/ledger/index.ts';
import type { AccountsTools } from '../../accounts-tools.ts';
import { personEvent } from '../../sessions/session-events.ts';
import { deletePhoto, upsertPhoto } from './photo-store.ts';

export interface ChangePhoto {
  readonly caller: PersonCaller;
  readonly requestId: string;
}

export const changePhoto = async (
  { platform }: AccountsTools,
  { source, ...command }: ChangePhoto & { readonly source: Readable },
): Promise<Result<void, Problem>> => {
  const content = await readPhoto(source);
  if (content === null) return err(problem('too_large', `A photo may have at most ${mostPhotoBytes} bytes.`));
  const mediaType = mediaTypeOf(content.subarray(0, headLength));
  if (mediaType === null || mediaType === 'application/pdf')
    return err(problem('unsupported_media_type', 'By its content this is no JPEG, PNG or WebP.'));
  const storedAt = platform.clock.now();
  await inTransaction(platform.db, async (tx) => {
    await upsertPhoto(tx, { personId: command.caller.id, mediaType, content, storedAt });
    await tell(tx, command);
  });
  return ok(undefined);
};

export const removePhoto = async (
  { platform }: AccountsTools,
  command: ChangePhoto,
): Promise<Result<void, Problem>> => {
  await inTransaction(platform.db, async (tx) => {
    if (await deletePhoto(tx, command.caller.id)) await tell(tx, command);
  });
  return ok(undefined);
};

const tell = (tx: Transaction, command: ChangePhoto): Promise<void> =>
  appendToLedger(tx, [
    personEvent(command.caller.id, command, { type: 'person.edited', payload: { fields: ['photo'] } }),
  ]);

/** Null where it is larger than a photo may be; the rest is read and thrown away, so that the sender sees why. */
const readPhoto = async (source: Readable): Promise<Buffer | null> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of source.iterator({ destroyOnReturn: false })) {
    const bytes: Buffer = chunk;
    size += bytes.length;
    if (size <= mostPhotoBytes) chunks.push(bytes);
    if (size > mostPhotoBytes * 8) return null;
  }
  return size > mostPhotoBytes ? null : Buffer.concat(chunks);
};
