// Remembers beside the database what was last signed, so that a database that was set back is found out.
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf, toHex, type VerifierKey } from '@comitium/proof';

export interface CheckpointMemory {
  /** The note of the last checkpoint this machine saw signed; null where it saw none. */
  recall(): Promise<string | null>;
  /** Safe on disk when it is answered; a process that dies in between leaves the one before. */
  remember(note: string): Promise<void>;
}

/** One file a log, named by its key: several databases may share a data folder. */
export const openCheckpointMemory = (dataDir: string, key: VerifierKey): CheckpointMemory => {
  const folder = join(dataDir, 'notary');
  const file = join(folder, `${toHex(keyIdOf(key))}-${toHex(key.publicKey).slice(0, 16)}.checkpoint`);
  return {
    recall: async () => {
      try {
        return await readFile(file, 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    remember: async (note) => {
      await mkdir(folder, { recursive: true });
      const draft = `${file}.${process.pid}`;
      const handle = await open(draft, 'w', 0o644);
      try {
        await handle.writeFile(note);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, file);
    },
  };
};
