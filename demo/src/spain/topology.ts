import type { AreaRow } from '@comitium/contract';

/** The parts of TopoJSON that labelling touches; arcs pass through. */
export interface Topology {
  readonly type: 'Topology';
  readonly arcs: unknown;
  readonly objects: Readonly<Record<string, { readonly type: string; readonly geometries?: Geometry[] }>>;
}

export interface Geometry {
  readonly id?: string | number;
  readonly properties?: Readonly<Record<string, unknown>>;
}

export interface ShapeMatch {
  /** One object `areas`; each geometry has the area's code as `id` and as the property `code`, beside `name`. */
  readonly topology: Topology;
  readonly matched: number;
  /** Areas of the level that have no shape. */
  readonly areasWithoutShape: readonly string[];
  /** Shapes that are no area, as the source calls them. */
  readonly shapesWithoutArea: readonly string[];
}

export interface ShapeLabels {
  /** Name of the topology's object that holds the shapes. */
  readonly object: string;
  /** The areas of the level. */
  readonly areas: readonly AreaRow[];
  /** Code of the area a shape stands for; null where there is none. */
  codeOf(shape: Geometry): string | null;
}

/** Keeps the shapes that are areas, under the areas' codes, and lists what did not match on either side. */
export const labelTopology = (source: Topology, { object, areas, codeOf }: ShapeLabels): ShapeMatch => {
  const nameOf = new Map(areas.map(({ code, name }) => [code, name]));
  const missing = new Set(nameOf.keys());
  const geometries: Geometry[] = [];
  const strange: string[] = [];
  for (const shape of source.objects[object]?.geometries ?? []) {
    const code = codeOf(shape);
    const name = code === null ? undefined : nameOf.get(code);
    if (code === null || name === undefined) {
      strange.push(String(shape.id ?? JSON.stringify(shape.properties)));
      continue;
    }
    missing.delete(code);
    geometries.push({ ...shape, id: code, properties: { code, name } });
  }
  return {
    topology: { ...source, objects: { areas: { type: 'GeometryCollection', geometries } } },
    matched: areas.length - missing.size,
    areasWithoutShape: [...missing],
    shapesWithoutArea: strange,
  };
};
