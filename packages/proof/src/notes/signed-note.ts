// Signed notes of C2SP: a text, a blank line, and a line for each signature.
import { err, ok, type Result } from '@comitium/basics';
import { fromBase64, toBase64 } from '../encoding/base64.ts';
import { joinBytes } from '../encoding/bytes.ts';
import { isKeyName, keyIdOf, type VerifierKey } from './verifier-key.ts';

export interface NoteSignature {
  readonly name: string;
  /** Four bytes. */
  readonly keyId: Uint8Array;
  /** What the key's type makes of it: 64 bytes of Ed25519, or a time stamp before them. */
  readonly signature: Uint8Array;
}

export interface SignedNote {
  /** Ends in a newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** More characters than any checkpoint with its cosignatures has. */
const longestNote = 100_000;
const mostSignatures = 100;

/** The error says in a sentence where the text is no signed note. */
export const readSignedNote = (note: string): Result<SignedNote, string> => {
  if (note.length > longestNote) return err('The note is too long.');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note may not contain
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) return err('A note has no control characters.');
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return err('A note is a text, an empty line, and signatures.');
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return err('The note has too many signatures.');
  const signatures = lines.map(readSignatureLine);
  const sound = signatures.filter((signature) => signature !== null);
  if (sound.length < lines.length) return err('A signature line cannot be read.');
  return ok({ text: note.slice(0, end + 1), signatures: sound });
};

export const readSignatureLine = (line: string): NoteSignature | null => {
  const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes === null || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
};

/** Without its newline. */
export const signatureLine = (key: VerifierKey, signature: Uint8Array): string =>
  `— ${key.name} ${toBase64(joinBytes(keyIdOf(key), signature))}`;

export const writeSignedNote = (text: string, lines: readonly string[]): string =>
  `${text}\n${lines.map((line) => `${line}\n`).join('')}`;
