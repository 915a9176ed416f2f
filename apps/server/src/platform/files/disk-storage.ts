import { constants } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FileStorage, placeOf } from './file-storage.ts';

/** Files under one folder; the temporary files must lie on the same disk, because they are moved. */
export const createDiskStorage = (folder: string): FileStorage => ({
  keep: async (received) => {
    const place = placeOf(received.sha256);
    const path = join(folder, place);
    if (await exists(path)) {
      await received.discard();
      return place;
    }
    await mkdir(dirname(path), { recursive: true });
    await rename(received.path, path);
    // A name is on the disk only when its folder is, up to the first folder that was new.
    for (const upper of [dirname(path), dirname(dirname(path)), folder]) await syncFolder(upper);
    return place;
  },
  open: async (place) => (await open(join(folder, place), 'r')).createReadStream(),
});

const exists = async (path: string): Promise<boolean> => {
  try {
    await access(path, constants.R_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};
