import type { Readable } from 'node:stream';
import type { ReceivedFile } from './receive-upload.ts';

/** Where attachments lie, addressed by their content: the same bytes are kept once, and what is kept never changes. */
export interface FileStorage {
  /** Durable when it answers; the received file is used up. Answers the place, for `open`. */
  keep(received: ReceivedFile): Promise<string>;
  /** Throws where nothing lies at the place: rows promise that something does. */
  open(place: string): Promise<Readable>;
}

/** `ab/cd/<the whole hash>`: no folder grows too large. */
export const placeOf = (sha256: Buffer): string => {
  const hex = sha256.toString('hex');
  return `${hex.slice(0, 2)}/${hex.slice(2, 4)}/${hex}`;
};
