import { err, ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';

/** Text of a file in a named encoding (WHATWG labels); bytes that do not belong to it are reported by line. */
export const decodeText = (
  bytes: Uint8Array,
  encoding: string,
): Result<string, readonly [FieldError, ...FieldError[]]> => {
  const decoder = decoderOf(encoding);
  if (decoder === null) {
    return err([
      { path: '/encoding', code: 'unknown_encoding', message: `There is no encoding called ${encoding}.` },
    ]);
  }
  const text = decode(decoder, bytes);
  if (text !== null) return ok(text);
  const found = badLines(decoder, bytes);
  const message = `These bytes are not ${encoding}; save the file as UTF-8 or name its encoding.`;
  const [first, ...rest] = found.map((line) => ({ path: '', code: 'not_decodable', message, line }));
  return err([first ?? { path: '', code: 'not_decodable', message }, ...rest]);
};

type Decoder = InstanceType<typeof TextDecoder>;

const decoderOf = (encoding: string): Decoder | null => {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const decode = (decoder: Decoder, bytes: Uint8Array): string | null => {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const lineFeed = 0x0a;

const badLines = (decoder: Decoder, bytes: Uint8Array): number[] => {
  const found: number[] = [];
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const next = bytes.indexOf(lineFeed, start);
    const end = next === -1 ? bytes.length : next;
    if (decode(decoder, bytes.subarray(start, end)) === null) found.push(line);
    start = end + 1;
  }
  return found;
};
