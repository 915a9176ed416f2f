import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@comitium/basics';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readConfig } from '../config/read-config.ts';
import { newDataKey, openKeyRing } from './open-key-ring.ts';

let dataDir = '';
const folders: string[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'comitium-keys-'));
  folders.push(dataDir);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

const openWith = (environment: Readonly<Record<string, string>>) =>
  openKeyRing(unwrap(readConfig({ COMITIUM_DATA_DIR: dataDir, ...environment })));
const errorOf = (environment: Readonly<Record<string, string>>): string => {
  const opened = openWith(environment);
  return opened.ok ? '' : opened.error;
};
const key = newDataKey(new Date());
const id = key.split(':')[0] ?? '';

test('without a setting one is made once, for its owner alone, outside production', () => {
  const made = unwrap(openWith({}));
  const file = join(dataDir, 'data-keys');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toEqual(['data-keys']);
  const sealed = made.seal('phone', '+1');
  expect(unwrap(openWith({})).open('phone', sealed)).toBe('+1');
  expect(readFileSync(file, 'utf8')).toContain(`${made.currentKeyId}:`);
});

test('production refuses to start without keys and with weak ones', () => {
  expect(errorOf({ NODE_ENV: 'production' })).toMatch(/^Personal data needs a key: set COMITIUM_DATA_KEYS/);
  expect(readdirSync(dataDir)).toEqual([]);
  const weak = `a:${Buffer.alloc(32, 'comitium').toString('base64')}`;
  expect(errorOf({ NODE_ENV: 'production', COMITIUM_DATA_KEYS: weak })).toMatch(/the key a is weak/);
  expect(errorOf({ NODE_ENV: 'production', COMITIUM_DATA_KEYS: 'change-me' })).toMatch(/id:base64/);
  expect(unwrap(openWith({ NODE_ENV: 'production', COMITIUM_DATA_KEYS: key })).currentKeyId).toBe(id);
});

test('a file is read where it is named, unless others may write it', () => {
  const file = join(dataDir, 'mounted');
  writeFileSync(file, `${key}\n`, { mode: 0o640 });
  expect(unwrap(openWith({ COMITIUM_DATA_KEYS_FILE: file })).currentKeyId).toBe(id);
  expect(errorOf({ COMITIUM_DATA_KEYS_FILE: file, COMITIUM_DATA_KEYS: key })).toMatch(/not both/);
  chmodSync(file, 0o666);
  expect(errorOf({ COMITIUM_DATA_KEYS_FILE: file })).toMatch(/may be written by others/);
  expect(errorOf({ COMITIUM_DATA_KEYS_FILE: join(dataDir, 'none') })).toMatch(/cannot be read \(ENOENT\)/);
});
