import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Result } from '@comitium/basics';
import type { Config } from '../config/settings.ts';
import { createDiskStorage } from './disk-storage.ts';
import type { FileStorage } from './file-storage.ts';
import { type ReceivedFile, receiveUpload, type UploadRefusal } from './receive-upload.ts';
import { readS3Location } from './s3-location.ts';
import { createS3Storage } from './s3-storage.ts';

/** Receiving and keeping of attachments, as configured. */
export interface FileRoom extends FileStorage {
  receive(source: Readable): Promise<Result<ReceivedFile, UploadRefusal>>;
  /** Removes what a crash left half received. */
  sweep(nowMs: number): Promise<void>;
}

const staleMs = 3_600_000;

export const openFileRoom = async ({
  dataDir,
  filesUrl,
  uploadLimit,
}: Pick<Config, 'dataDir' | 'filesUrl' | 'uploadLimit'>): Promise<FileRoom> => {
  const folder = join(dataDir, 'files');
  const incoming = join(folder, 'incoming');
  const storage = filesUrl === '' ? createDiskStorage(folder) : await openS3(filesUrl);
  return {
    ...storage,
    receive: (source) => receiveUpload(source, { folder: incoming, limitBytes: uploadLimit }),
    sweep: (nowMs) => sweep(incoming, nowMs),
  };
};

const openS3 = (filesUrl: string): Promise<FileStorage> => {
  const location = readS3Location(filesUrl);
  if (!location.ok) throw new Error(`COMITIUM_FILES_URL ${location.error}`);
  return createS3Storage(location.value);
};

const sweep = async (incoming: string, nowMs: number): Promise<void> => {
  for (const name of await listFolder(incoming)) {
    const path = join(incoming, name);
    const { mtimeMs } = await stat(path);
    // Another process on the same folder may be receiving just now.
    if (nowMs - mtimeMs > staleMs) await rm(path, { force: true });
  }
};

const listFolder = async (path: string): Promise<string[]> => {
  try {
    return await readdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
