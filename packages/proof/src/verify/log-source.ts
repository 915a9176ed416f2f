import { fromUtf8 } from '../encoding/utf8.ts';
import { finding, VerifyStop } from './finding.ts';

/** How the files of a server are had. `read` throws an error whose message says why a file is not to be had. */
export interface LogSource {
  /** `path` below the server's address, such as `log/checkpoint`. */
  read(path: string): Promise<Uint8Array>;
  pause(ms: number): Promise<void>;
  /** Throws when the person has had enough; called often. */
  throwIfStopped?(): void;
}

export const readBytes = async (source: LogSource, path: string): Promise<Uint8Array> => {
  source.throwIfStopped?.();
  try {
    return await source.read(path);
  } catch (error) {
    source.throwIfStopped?.();
    throw new VerifyStop(
      finding('unreadable', { path, why: error instanceof Error ? error.message : String(error) }),
    );
  }
};

export const readText = async (source: LogSource, path: string): Promise<string> => {
  const text = fromUtf8(await readBytes(source, path));
  if (text === null) throw new VerifyStop(finding('unreadable', { path, why: 'it is no text' }));
  return text;
};

export const readJson = async (source: LogSource, path: string): Promise<unknown> => {
  const text = await readText(source, path);
  try {
    return JSON.parse(text);
  } catch {
    throw new VerifyStop(finding('unreadable', { path, why: 'it is no JSON' }));
  }
};

const atOnce = 8;

/** Reads some files at once and hands them on in their order. */
export const readInOrder = async (
  source: LogSource,
  paths: readonly string[],
  take: (bytes: Uint8Array, at: number) => void,
): Promise<void> => {
  for (let from = 0; from < paths.length; from += atOnce) {
    const some = paths.slice(from, from + atOnce);
    const files = await Promise.all(some.map((path) => readBytes(source, path)));
    for (const [at, bytes] of files.entries()) take(bytes, from + at);
  }
};
