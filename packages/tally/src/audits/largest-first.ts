/** A binary heap: the largest comes out first. */
export interface LargestFirst<T> {
  readonly push: (item: T) => void;
  /** undefined when nothing is left. */
  readonly pop: () => T | undefined;
}

export const createLargestFirst = <T>(compare: (a: T, b: T) => number): LargestFirst<T> => {
  const items: T[] = [];
  const larger = (a: number, b: number): boolean => b >= items.length || compare(items[a]!, items[b]!) >= 0;
  const swap = (a: number, b: number): void => {
    [items[a], items[b]] = [items[b]!, items[a]!];
  };
  const sink = (from: number): void => {
    for (let at = from; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = larger(left, right) ? left : right;
      if (left >= items.length || larger(at, child)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push(item) {
      items.push(item);
      for (let at = items.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (larger(parent, at)) return;
        swap(parent, at);
        at = parent;
      }
    },
    pop() {
      const top = items[0];
      const last = items.pop();
      if (items.length > 0 && last !== undefined) {
        items[0] = last;
        sink(0);
      }
      return top;
    },
  };
};
