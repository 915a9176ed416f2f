/**
 * Runs `work` for every item, at most `most` at once, and yields the answers in the order of the items. The source is
 * not read while `most` are under way, so a sender that is faster than the database waits in its own socket.
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  most: number,
  work: (item: T, index: number) => Promise<R>,
): AsyncGenerator<R> {
  const underWay: Promise<R>[] = [];
  let index = 0;
  for await (const item of source) {
    const started = work(item, index);
    // Awaited in its turn; without this, one that fails meanwhile would count as unhandled.
    started.catch(() => undefined);
    underWay.push(started);
    index += 1;
    if (underWay.length >= most) {
      const first = underWay.shift();
      if (first !== undefined) yield await first;
    }
  }
  for (const rest of underWay) yield await rest;
}
