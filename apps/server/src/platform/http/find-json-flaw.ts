import type { FieldError } from '@comitium/contract';

const quote = 0x22;
const colon = 0x3a;
const [openList, closeList, openObject, closeObject, comma] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c];

const deepest = 64;

/** A list or object that is being read: the names it has had (none in a list), and which part it is at. */
interface Open {
  readonly names: Set<string> | null;
  at: string | number;
}

/**
 * What is wrong with a text that is valid JSON and still cannot be taken: a member that stands twice (the parser keeps
 * the last one and a figure is lost without a word), `__proto__`, half a surrogate pair or U+0000 (which PostgreSQL
 * cannot keep), nesting that no request has.
 */
export const findJsonFlaw = (text: string): FieldError | null => {
  const open: Open[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    const inside = open[open.length - 1];
    if (sign === quote) {
      const end = endOfString(text, at);
      const flaw = flawOfString(textOf(text.slice(at + 1, end)), isName(text, end), open);
      if (flaw !== null) return flaw;
      at = end;
    } else if (sign === openObject || sign === openList) {
      if (open.length === deepest)
        return flawAt(open, 'too_deep', `This is nested more than ${deepest} deep.`);
      open.push(sign === openObject ? { names: new Set(), at: '' } : { names: null, at: 0 });
    } else if (sign === closeObject || sign === closeList) {
      open.pop();
    } else if (sign === comma && typeof inside?.at === 'number') {
      inside.at += 1;
    }
  }
  return null;
};

const flawOfString = (value: string, name: boolean, open: readonly Open[]): FieldError | null => {
  const inside = open[open.length - 1];
  if (name && inside?.names) {
    inside.at = value;
    if (inside.names.has(value)) return flawAt(open, 'repeated_member', `“${value}” stands twice.`);
    if (value === '__proto__') return flawAt(open, 'name_refused', 'Nothing can be called __proto__.');
    inside.names.add(value);
  }
  if (value.includes('\0')) return flawAt(open, 'character_refused', 'A text cannot hold U+0000.');
  if (!value.isWellFormed()) {
    return flawAt(open, 'character_refused', 'A text cannot hold half a surrogate pair.');
  }
  return null;
};

const flawAt = (open: readonly Open[], code: string, message: string): FieldError => {
  const path = open.map(({ at }) => `/${String(at).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { path: path.toWellFormed().replaceAll('\0', '\ufffd') || '/', code, message };
};

const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
};

const isEscaped = (text: string, at: number): boolean => {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
};

const textOf = (raw: string): string => (raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw);

/** In valid JSON a string before a colon is a member's name. */
const isName = (text: string, end: number): boolean => {
  let at = end + 1;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return text.charCodeAt(at) === colon;
};
