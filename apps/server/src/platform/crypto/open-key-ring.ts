// Where the data keys come from: the environment, a file, or - outside production - one made here at the first start.
import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@comitium/basics';
import type { Config } from '../config/settings.ts';
import { createKeyRing, type KeyRing } from './key-ring.ts';
import { readDataKeys } from './read-data-keys.ts';

type KeySettings = Pick<Config, 'dataKeys' | 'dataKeysFile' | 'dataDir' | 'environment'>;

/** The key ring, or one sentence about what is wrong with the keys. */
export const openKeyRing = (config: KeySettings): Result<KeyRing, string> => {
  const text = findKeys(config);
  if (!text.ok) return text;
  const keys = readDataKeys(text.value.text);
  if (!keys.ok) return err(`${text.value.from} cannot be used: ${keys.error}.`);
  return ok(createKeyRing(keys.value));
};

/** A new key as it is written in the setting, named after the day it was made. */
export const newDataKey = (now: Date): string => {
  const day = now.toISOString().slice(0, 10).replaceAll('-', '');
  return `k${day}-${randomBytes(2).toString('hex')}:${randomBytes(32).toString('base64')}`;
};

interface FoundKeys {
  readonly text: string;
  /** The setting or file, for people. */
  readonly from: string;
}

const findKeys = (config: KeySettings): Result<FoundKeys, string> => {
  const { dataKeys, dataKeysFile, dataDir, environment } = config;
  if (dataKeys !== '' && dataKeysFile !== '') {
    return err('Set COMITIUM_DATA_KEYS or COMITIUM_DATA_KEYS_FILE, not both.');
  }
  if (dataKeys !== '') return ok({ text: dataKeys, from: 'COMITIUM_DATA_KEYS' });
  if (dataKeysFile !== '') return readKeyFile(dataKeysFile);
  if (environment === 'production') {
    return err(
      'Personal data needs a key: set COMITIUM_DATA_KEYS or COMITIUM_DATA_KEYS_FILE (make one with `comitium keys create`).',
    );
  }
  return readKeyFile(keepOwnKey(join(dataDir, 'data-keys')));
};

const readKeyFile = (file: string): Result<FoundKeys, string> => {
  try {
    // Who may write it decides what this program can read; who may read it is the operator's choice.
    if ((statSync(file).mode & 0o022) !== 0)
      return err(`The key file ${file} may be written by others: chmod 600.`);
    return ok({ text: readFileSync(file, 'utf8'), from: `The key file ${file}` });
  } catch (error) {
    return err(`The key file ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
};

/** Linked into place whole, so that of two processes that start together one wins and both read the same key. */
const keepOwnKey = (file: string): string => {
  const made = `${file}.${process.pid}`;
  try {
    statSync(file);
    return file;
  } catch {
    writeFileSync(made, `${newDataKey(new Date())}\n`, { mode: 0o600 });
  }
  try {
    linkSync(made, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(made);
  }
  return file;
};
