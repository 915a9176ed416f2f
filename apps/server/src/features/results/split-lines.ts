const newline = 0x0a;

/**
 * The lines of a stream of bytes as UTF-8, without their ends; those of a chunk come together. A line longer than `most`
 * bytes is cut there, so that no sender can make us keep more than that.
 */
export async function* splitLines(
  source: AsyncIterable<Buffer>,
  most: number,
): AsyncGenerator<readonly string[]> {
  let kept: Buffer[] = [];
  let keptBytes = 0;
  const keep = (part: Buffer): void => {
    const room = most - keptBytes;
    if (room <= 0) return;
    const fitting = part.length > room ? part.subarray(0, room) : part;
    kept.push(fitting);
    keptBytes += fitting.length;
  };
  const take = (): string => {
    const line = kept.length === 1 ? kept[0] : Buffer.concat(kept);
    kept = [];
    keptBytes = 0;
    const text = line?.toString('utf8') ?? '';
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  };
  for await (const chunk of source) {
    const lines: string[] = [];
    let from = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, from)) {
      keep(chunk.subarray(from, end));
      lines.push(take());
      from = end + 1;
    }
    keep(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (keptBytes > 0) yield [take()];
}
