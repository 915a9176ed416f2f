/** One area as it is drawn: its outline as path data, the middle for labels and arrow keys, the box to zoom from. */
export interface AreaShape {
  readonly code: string;
  readonly name: string;
  readonly path: string;
  readonly center: readonly [number, number];
  readonly box: readonly [number, number, number, number];
  /** The name in the lines in which it fits inside; none where it does not. */
  readonly label: readonly string[];
  /** Where an area is drawn seat by seat: a cell each, and the line around them all. */
  readonly seats?: { readonly cells: readonly string[]; readonly outline: string };
}

/** The name over a group of areas, in one line or two around its middle. */
export interface GroupName {
  readonly name: string;
  readonly lines: readonly string[];
  /** The size of the type, in units of the figure. */
  readonly type: number;
  readonly x: number;
  readonly y: number;
}

/** Everything a figure draws that votes do not change; a map and a hexagon cartogram differ only in this. */
export interface AreaLayout {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly AreaShape[];
  /** Thin lines between areas, thicker ones around and between their parents, and the frames of far islands. */
  readonly borders: { readonly inner: string; readonly parent: string; readonly inset: string };
  /** The size of the type of the names inside, in units of the figure, where it hangs on the size of the cells. */
  readonly type?: number;
  /** The groups' names; in a narrow figure they need larger type, and with it other places. */
  readonly groups: readonly GroupName[];
  readonly narrowGroups: readonly GroupName[];
}
