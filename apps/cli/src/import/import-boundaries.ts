import type { BoundaryImport } from '@comitium/contract';
import type { ApiOptions } from '../api-options.ts';
import { type ApiSession, openSession } from '../api-session.ts';
import { createProgress } from '../count/tell-progress.ts';
import { fail } from '../fail.ts';
import { followImport } from './follow-import.ts';
import { printAnswer } from './print-answer.ts';
import { readBytes } from './read-bytes.ts';
import { uploadBytes } from './upload-bytes.ts';

export interface ShapesOptions {
  readonly dryRun: boolean;
  readonly key?: string;
  readonly object?: string;
  readonly targetBytes?: string;
}

interface Shapes {
  readonly register: string;
  readonly level: string;
  readonly file: string;
}

const cancelledCode = 130;
const cancelled = 'The import was cancelled; nothing was written.';

/** Sends the shapes of a level, tells how far their import is, and prints what came of it. Ctrl-C cancels it. */
export const importBoundaries = async (
  shapes: Shapes,
  options: ShapesOptions & ApiOptions,
): Promise<void> => {
  const bytes = await readBytes(shapes.file);
  if (!bytes.ok) return fail(bytes.error);
  const session = await openSession(options);
  if (!session.ok) return fail(session.error);
  // The second Ctrl-C ends the command as it ends every other.
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  process.once('SIGINT', stop);
  try {
    await sendAndFollow(
      session.value,
      { ...options, path: pathOf(shapes, options), bytes: bytes.value },
      stopping.signal,
    );
  } finally {
    process.off('SIGINT', stop);
  }
};

const pathOf = ({ register, level }: Shapes, { dryRun, key, object, targetBytes }: ShapesOptions): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ key, object, targetBytes })) {
    if (value !== undefined) query.set(name, value);
  }
  if (dryRun) query.set('dryRun', 'true');
  return `/registers/${encodeURIComponent(register)}/boundaries/${encodeURIComponent(level)}/imports?${query}`;
};

interface Sending {
  readonly url: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

const sendAndFollow = async (
  session: ApiSession,
  { url, path, bytes }: Sending,
  stopped: AbortSignal,
): Promise<void> => {
  const progress = createProgress((line) => process.stderr.write(line));
  const tell = (what: string, share: number): void => progress(() => `${what}: ${Math.floor(100 * share)} %`);
  const answer = await uploadBytes(session, {
    path,
    bytes,
    stopped,
    onSent: (share) => tell('sending', share),
  });
  if (answer === 'stopped') return end(cancelled, cancelledCode);
  if (answer === null || !answer.ok) return printAnswer(answer, { url });
  const begun = (await answer.json()) as BoundaryImport;
  const over = await followImport(session, {
    begun,
    stopped,
    onProgress: ({ step, share }) => tell(step, share),
  });
  if (over instanceof Response) return printAnswer(over, { url });
  if (over === null)
    return fail(`${url} answers no more; its page Set-up will tell what became of the import.`);
  if (over.state === 'cancelled') return end(cancelled, stopped.aborted ? cancelledCode : 1);
  console.log(JSON.stringify(over.report ?? over.problem));
  if (over.report === null) process.exitCode = 1;
};

const end = (sentence: string, exitCode: number): void => {
  fail(sentence);
  process.exitCode = exitCode;
};
