export interface Heading {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

interface HeadedPatch {
  readonly name: string;
  /** Middles of the cells in the frame. */
  readonly cells: readonly (readonly [number, number])[];
}

interface Taken {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly high: number;
}

/** Of a heading's type, in units of the frame: how wide a letter is about, and how high a line. */
const letter = 12.6;
const line = 26;

const meets = (a: Taken, b: Taken): boolean =>
  Math.abs(a.x - b.x) < (a.wide + b.wide) / 2 && Math.abs(a.y - b.y) < (a.high + b.high) / 2;

/** Second names in another language would need the room of two. */
const shortened = (name: string): string => name.replace(/ \(.*\)$|\/.*$/, '');

/** Straight above first, then a little aside. */
const aside = [0, -0.3, 0.3];

const inFrame = (x: number, wide: number, width: number): number =>
  Math.min(width - wide / 2, Math.max(wide / 2, x));

/**
 * A name above each patch, or below it where something stands above; left out where neither is free, because the cell
 * under the pointer says its name anyway. Large patches choose first.
 */
export const placeHeadings = (patches: readonly HeadedPatch[], radius: number, width: number): Heading[] => {
  const cell = radius * 1.8;
  const taken: Taken[] = patches.flatMap(({ cells }) =>
    cells.map(([x, y]) => ({ x, y, wide: cell, high: cell })),
  );
  const headings: Heading[] = [];
  for (const { name, cells } of [...patches].sort((a, b) => b.cells.length - a.cells.length)) {
    const short = shortened(name);
    const wide = short.length * letter;
    const middle = cells.reduce((sum, [x]) => sum + x, 0) / cells.length;
    const above = Math.min(...cells.map(([, y]) => y)) - radius - line * 0.7;
    const below = Math.max(...cells.map(([, y]) => y)) + radius + line * 0.7;
    const places = [above, below].flatMap((y) =>
      aside.map((part) => ({ x: inFrame(middle + part * wide, wide, width), y, wide, high: line })),
    );
    const free = places.find((place) => !taken.some((other) => meets(place, other)));
    if (short === '' || !free) continue;
    taken.push(free);
    headings.push({ name: short, x: free.x, y: free.y });
  }
  return headings;
};
