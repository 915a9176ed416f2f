// A register as arrays: areas are numbers 0 … size-1, parents before children. It never changes once it is made.
import type { AreaId, RegisterId } from '@comitium/basics';

export interface RegisterIndex {
  readonly id: RegisterId;
  readonly code: string;
  readonly name: string;
  readonly simulated: boolean;
  /** Names, from the whole (0) to the polling station (last). */
  readonly levels: readonly string[];
  readonly size: number;
  readonly ids: readonly AreaId[];
  readonly codes: readonly string[];
  readonly names: readonly string[];
  /** -1 for the root. */
  readonly parent: Int32Array;
  readonly level: Uint8Array;
  /** Of the area itself, as it stood in the import. */
  readonly registered: Int32Array;
  /** Polling stations at or below the area. */
  readonly stations: Int32Array;
  /** Registered voters of the polling stations at or below the area. */
  readonly registeredBelow: Float64Array;
  /** By id or code. */
  find(reference: string): number | undefined;
  /** Direct children in register order. */
  children(index: number): readonly number[];
  /** The area itself where it is of that level; none where the level lies above it. */
  descendantsAt(index: number, level: number): readonly number[];
  /** The area, its parent, … the root. */
  path(index: number): readonly number[];
  isStation(index: number): boolean;
  /** Longitude, latitude. */
  point(index: number): readonly [number, number] | null;
}

export interface RegisterHead {
  readonly id: RegisterId;
  readonly code: string;
  readonly name: string;
  readonly simulated: boolean;
  readonly levels: readonly string[];
}

/** id, code, name, level, id of the parent, registered voters, longitude, latitude. */
export type AreaTuple = readonly [
  AreaId,
  string,
  string,
  number,
  AreaId | null,
  number,
  number | null,
  number | null,
];

const none: readonly number[] = [];

/** Throws where a parent does not come before its child: the import wrote them in that order. */
export const createRegisterIndex = (head: RegisterHead, areas: readonly AreaTuple[]): RegisterIndex => {
  const lastLevel = head.levels.length - 1;
  const columns = readColumns(areas);
  const { ids, codes, parent, level, points } = columns;
  const indexOf = new Map<string, number>();
  for (const [index, code] of codes.entries()) indexOf.set(code, index);
  for (const [index, id] of ids.entries()) indexOf.set(id, index);
  const childrenOf = groupByParent(parent);
  const paths: (readonly number[] | undefined)[] = new Array(areas.length);
  const descendants = new Map<number, readonly number[]>();
  const descendantsAt = (index: number, wanted: number): readonly number[] => {
    const own = level[index] ?? 0;
    if (wanted < own) return none;
    if (wanted === own) return [index];
    if (wanted === own + 1) return childrenOf[index] ?? none;
    const key = index * 16 + wanted;
    const known = descendants.get(key);
    if (known !== undefined) return known;
    const found = (childrenOf[index] ?? none).flatMap((child) => descendantsAt(child, wanted));
    descendants.set(key, found);
    return found;
  };
  return {
    ...head,
    size: areas.length,
    ...columns,
    ...sumStations(columns, lastLevel),
    find: (reference) => indexOf.get(reference),
    children: (index) => childrenOf[index] ?? none,
    descendantsAt,
    path: (index) => (paths[index] ??= climb(parent, index)),
    isStation: (index) => level[index] === lastLevel,
    point: (index) => points[index] ?? null,
  };
};

type Columns = Pick<RegisterIndex, 'ids' | 'codes' | 'names' | 'parent' | 'level' | 'registered'> & {
  readonly points: readonly (readonly [number, number] | null)[];
};

const readColumns = (areas: readonly AreaTuple[]): Columns => {
  const indexOf = new Map<AreaId, number>();
  const parent = new Int32Array(areas.length);
  const level = new Uint8Array(areas.length);
  const registered = new Int32Array(areas.length);
  for (const [index, [id, code, , areaLevel, parentId, voters]] of areas.entries()) {
    const above = parentId === null ? -1 : indexOf.get(parentId);
    if (above === undefined) throw new Error(`area ${code} comes before its parent`);
    parent[index] = above;
    level[index] = areaLevel;
    registered[index] = voters;
    indexOf.set(id, index);
  }
  return {
    ids: areas.map(([id]) => id),
    codes: areas.map(([, code]) => code),
    names: areas.map(([, , name]) => name),
    points: areas.map(([, , , , , , lng, lat]) => (lng === null || lat === null ? null : [lng, lat])),
    parent,
    level,
    registered,
  };
};

const groupByParent = (parent: Int32Array): (readonly number[] | undefined)[] => {
  const childrenOf: (number[] | undefined)[] = new Array(parent.length);
  for (let index = 1; index < parent.length; index += 1) {
    const above = parent[index] ?? -1;
    const siblings = childrenOf[above];
    if (siblings === undefined) childrenOf[above] = [index];
    else siblings.push(index);
  }
  return childrenOf;
};

const sumStations = (
  { parent, level, registered }: Columns,
  lastLevel: number,
): Pick<RegisterIndex, 'stations' | 'registeredBelow'> => {
  const stations = new Int32Array(parent.length);
  const registeredBelow = new Float64Array(parent.length);
  // Children come after their parents, so one pass from the end carries every sum to the root.
  for (let index = parent.length - 1; index >= 0; index -= 1) {
    if (level[index] === lastLevel) {
      stations[index] = 1;
      registeredBelow[index] = registered[index] ?? 0;
    }
    const above = parent[index] ?? -1;
    if (above < 0) continue;
    stations[above] = (stations[above] ?? 0) + (stations[index] ?? 0);
    registeredBelow[above] = (registeredBelow[above] ?? 0) + (registeredBelow[index] ?? 0);
  }
  return { stations, registeredBelow };
};

const climb = (parent: Int32Array, from: number): readonly number[] => {
  const path: number[] = [];
  for (let index = from; index >= 0; index = parent[index] ?? -1) path.push(index);
  return path;
};
