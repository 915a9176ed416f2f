/** The size of type in units of the figure, which is 1000 wide: grows with the cell, never smaller than one can read. */
export const cellType = (radius: number): number => Math.max(22, radius * 0.32);

/** About how wide a letter is, as a part of its size. */
const letter = 0.565;
/** Smaller cells carry no names. */
const smallest = 48;
/** How much of a pointed hexagon's radius a line has: across its middle, and a line above or below. */
const oneLine = 1.62;
const twoLines = 1.5;

/** The break that leaves the longer half shortest; after a space, a hyphen or a stroke. */
export const halves = (name: string): readonly [string, string] | null => {
  const breaks = [...name.matchAll(/[ \u00a0]|(?<=[-\u2010\u2011/])/g)].map(({ index }) => index);
  const parts = breaks.map((at): readonly [string, string] => [
    name.slice(0, at).trim(),
    name.slice(at).trim(),
  ]);
  const longer = (pair: readonly [string, string]): number => Math.max(pair[0].length, pair[1].length);
  return parts.sort((a, b) => longer(a) - longer(b))[0] ?? null;
};

/** A name in the one or two lines that fit a pointed hexagon of this radius; no lines where none would. */
export const nameInCell = (name: string, radius: number): readonly string[] => {
  if (radius < smallest) return [];
  const fits = (line: string, part: number): boolean =>
    line.length * cellType(radius) * letter <= radius * part;
  if (fits(name, oneLine)) return [name];
  const pair = halves(name);
  return pair?.every((line) => fits(line, twoLines)) ? pair : [];
};
