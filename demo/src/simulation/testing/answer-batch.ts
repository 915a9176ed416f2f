import type { IncomingMessage, ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import type { BatchLine } from '@comitium/contract';
import { type createSheetBook, refuse } from './sheet-book.ts';

/** What happens to a request or a line: a refusal with this status, or a broken connection before or after the work. */
export type Trouble = number | 'drop' | 'drop-after' | null;

export interface BatchDesk {
  readonly book: ReturnType<typeof createSheetBook>;
  readonly author: string;
  /** Asked for each line. */
  readonly trouble: () => Trouble;
  /** What a refused line is told. */
  readonly retryAfterSeconds: number | undefined;
}

/** One answer line for each line, in order, each sent before the next line is read. */
export const answerBatch = async (
  desk: BatchDesk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  // The line reader passes a broken connection on to whoever listens, also when nobody reads lines any more.
  const lines = createInterface({ input: request });
  lines.on('error', () => response.destroy());
  let line = 0;
  for await (const received of lines) {
    const { key, ...body } = JSON.parse(received) as BatchLine;
    line += 1;
    const trouble = desk.trouble();
    if (trouble === 'drop') return void request.socket.destroy();
    const { status, replayed, ...answer } =
      typeof trouble === 'number'
        ? refuse(trouble, 'unavailable', { retryAfterSeconds: desk.retryAfterSeconds })
        : desk.book.submit(desk.author, key, body);
    if (trouble === 'drop-after') return void request.socket.destroy();
    const outcome = status < 400 ? { receipt: answer.body, replayed } : { problem: answer.body };
    if (!response.write(`${JSON.stringify({ line, key, status, ...outcome })}\n`))
      await new Promise((resolve) => response.once('drain', resolve));
  }
  response.end();
};
