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

/** As parts of the size of the type: about how wide a letter is, and how high a line. */
const letter = 0.55;
const line = 1.13;

const smallest = 23;
const largest = 28;

/** The size of the type, in units of the frame: a high frame is drawn small, and its names would be lost from afar. */
export const headingType = (width: number, height: number): number =>
  Math.round(Math.min(largest, Math.max(smallest, (smallest * height) / width)));

interface Frame {
  readonly width: number;
  /** The size of the headings' type. */
  readonly type: number;
}

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
export const placeHeadings = (
  patches: readonly HeadedPatch[],
  radius: number,
  { width, type }: Frame,
): Heading[] => {
  const high = line * type;
  const cell = radius * 1.8;
  const taken: Taken[] = patches.flatMap(({ cells }) =>
    cells.map(([x, y]) => ({ x, y, wide: cell, high: cell })),
  );
  const headings: Heading[] = [];
  for (const { name, cells } of [...patches].sort((a, b) => b.cells.length - a.cells.length)) {
    const short = shortened(name);
    const wide = short.length * letter * type;
    const middle = cells.reduce((sum, [x]) => sum + x, 0) / cells.length;
    const above = Math.min(...cells.map(([, y]) => y)) - radius - high * 0.7;
    const below = Math.max(...cells.map(([, y]) => y)) + radius + high * 0.7;
    const places = [above, below].flatMap((y) =>
      aside.map((part) => ({ x: inFrame(middle + part * wide, wide, width), y, wide, high })),
    );
    const free = places.find((place) => !taken.some((other) => meets(place, other)));
    if (short === '' || !free) continue;
    taken.push(free);
    headings.push({ name: short, x: free.x, y: free.y });
  }
  return headings;
};
