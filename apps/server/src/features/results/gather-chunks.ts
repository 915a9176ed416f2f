import { Readable } from 'node:stream';

const fullChunk = 32 * 1024;

/**
 * A stream of texts in which those that are ready in one turn of the event loop travel as one chunk: a batch of five
 * hundred answers is one write to the socket, and a single answer still leaves at once. A reader that goes away ends
 * the source.
 */
export const gatherChunks = (groups: AsyncIterable<readonly string[]>): Readable => {
  let kept = '';
  let due = false;
  let wanted: () => void = () => undefined;
  const out = new Readable({ read: () => wanted() });
  out.once('close', () => wanted());
  const flush = (): boolean => {
    due = false;
    const chunk = kept;
    kept = '';
    return chunk === '' || out.destroyed || out.push(chunk);
  };
  const pump = async (): Promise<void> => {
    for await (const texts of groups) {
      if (out.destroyed) return;
      for (const text of texts) kept += text;
      if (kept.length >= fullChunk && !flush()) {
        await new Promise<void>((resolve) => {
          wanted = resolve;
          if (out.destroyed) resolve();
        });
      } else if (!due) {
        due = true;
        setImmediate(flush);
      }
    }
    flush();
    out.push(null);
  };
  pump().catch((error: Error) => out.destroy(error));
  return out;
};
