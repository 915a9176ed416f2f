import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@comitium/basics';

/** A file as it is, or one sentence why it cannot be had. */
export const readBytes = async (file: string): Promise<Result<Uint8Array<ArrayBuffer>, string>> => {
  try {
    return ok(await readFile(file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return err(`${file} cannot be read: ${error.message}`);
  }
};
