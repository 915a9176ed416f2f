import { err, ok, type Result } from '@comitium/basics';

export interface DataKey {
  readonly id: string;
  /** 32 bytes. */
  readonly key: Buffer;
}

const keyBytes = 32;
const idForm = /^[\w-]{1,32}$/;

/** Reads `id:base64,id:base64`; the first is the current one. An error is one sentence and never holds a key. */
export const readDataKeys = (text: string): Result<readonly DataKey[], string> => {
  const keys: DataKey[] = [];
  for (const part of text.split(/[,\s]+/).filter((one) => one !== '')) {
    const read = readOne(part);
    if (!read.ok) return read;
    const same = keys.find(({ id, key }) => id === read.value.id || key.equals(read.value.key));
    if (same !== undefined) return err(`the key ${read.value.id} is there twice`);
    keys.push(read.value);
  }
  return keys.length === 0 ? err('there is no key in it') : ok(keys);
};

const readOne = (part: string): Result<DataKey, string> => {
  const at = part.indexOf(':');
  const id = part.slice(0, Math.max(0, at));
  if (!idForm.test(id))
    return err('a key is written as id:base64, the id of 1 to 32 letters, digits, - and _');
  const encoded = part
    .slice(at + 1)
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/=+$/, '');
  const key = Buffer.from(encoded, 'base64');
  if (key.length !== keyBytes || key.toString('base64').replace(/=+$/, '') !== encoded) {
    return err(`the key ${id} is not 32 bytes in base64`);
  }
  return isWeak(key) ? err(`the key ${id} is weak: make one with \`comitium keys create\``) : ok({ id, key });
};

/**
 * Text, a pattern or few different bytes: none of them happens to 32 random bytes in the life of the universe
 * (all printable: 2 · 10⁻¹⁴; fewer than 16 different: below 10⁻¹⁵).
 */
const isWeak = (key: Buffer): boolean => {
  const bytes = [...key];
  const steps = new Set(bytes.slice(1).map((byte, index) => (byte - (bytes[index] ?? 0)) & 0xff));
  const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(bytes).size < 16 || steps.size < 8 || printable;
};
