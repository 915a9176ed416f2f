import type { AreaLayout, GroupName } from './area-layout.ts';
import { halves } from './name-in-cell.ts';

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

/** On a phone a unit of the frame is about a third of a pixel: smaller type would be read by nobody there. */
const narrow = 38;

interface Frame {
  readonly width: number;
  readonly height: number;
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

/** A name in one line, and in two where it can be broken. */
const waysToWrite = (name: string): readonly (readonly string[])[] => {
  const pair = halves(name);
  return pair ? [[name], pair] : [[name]];
};

interface NamePlace extends Taken {
  readonly lines: readonly string[];
}

/** Where the name of a patch may stand, the best first: above it in one line or in two, then below. */
const placesAround = (
  { name, cells }: HeadedPatch,
  radius: number,
  { width, height, type }: Frame,
): NamePlace[] => {
  const ys = cells.map(([, y]) => y);
  const middle = cells.reduce((sum, [x]) => sum + x, 0) / cells.length;
  const ways = waysToWrite(shortened(name)).map((lines) => ({
    lines,
    wide: Math.max(...lines.map(({ length }) => length)) * letter * type,
    high: lines.length * line * type,
  }));
  const at = (side: 'above' | 'below') =>
    ways.flatMap((way) => {
      const away = radius + way.high / 2 + 0.2 * line * type;
      const y = side === 'above' ? Math.min(...ys) - away : Math.max(...ys) + away;
      return aside.map((part) => ({ ...way, x: inFrame(middle + part * way.wide, way.wide, width), y }));
    });
  return [...at('above'), ...at('below').filter(({ y, high }) => y + high / 2 <= height)];
};

/**
 * A name above each patch, or below it where something stands above; left out where neither is free, because the cell
 * under the pointer says its name anyway. Large patches choose first.
 */
export const placeHeadings = (patches: readonly HeadedPatch[], radius: number, frame: Frame): GroupName[] => {
  const cell = radius * 1.8;
  const taken: Taken[] = patches.flatMap(({ cells }) =>
    cells.map(([x, y]) => ({ x, y, wide: cell, high: cell })),
  );
  const headings: GroupName[] = [];
  const named = patches.filter(({ name }) => shortened(name) !== '');
  for (const patch of named.sort((a, b) => b.cells.length - a.cells.length)) {
    const places = placesAround(patch, radius, frame);
    const free = places.find((place) => !taken.some((other) => meets(place, other)));
    if (!free) continue;
    taken.push(free);
    const { lines, x, y } = free;
    headings.push({ name: shortened(patch.name), lines, type: frame.type, x, y });
  }
  return headings;
};

interface HeadedFrame {
  readonly width: number;
  readonly height: number;
  /** Of a cell. */
  readonly radius: number;
}

/** The names of all patches as they stand in a wide figure, and once more in larger type for a narrow one. */
export const headingsOf = (
  patches: readonly HeadedPatch[],
  { width, height, radius }: HeadedFrame,
): Pick<AreaLayout, 'groups' | 'narrowGroups'> => ({
  groups: placeHeadings(patches, radius, { width, height, type: headingType(width, height) }),
  narrowGroups: placeHeadings(patches, radius, { width, height, type: narrow }),
});
