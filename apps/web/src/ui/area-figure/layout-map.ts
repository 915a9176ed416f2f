import { type GeoPath, type GeoPermissibleObjects, geoPath } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaLayout, AreaShape } from './area-layout.ts';
import type { Box } from './cluster-boxes.ts';
import { mapFrame } from './map-frame.ts';

export interface AreaProperties {
  readonly name?: string;
  readonly parent?: string | null;
}

export type Boundaries = Topology<{ areas: GeometryCollection<AreaProperties> }>;

type Areas = FeatureCollection<Geometry, AreaProperties>;

const toShape = (path: GeoPath, area: Areas['features'][number]): AreaShape => {
  const [[left, top], [right, bottom]] = path.bounds(area);
  const name = area.properties.name ?? String(area.id);
  return {
    code: String(area.id),
    name,
    path: path(area) ?? '',
    center: path.centroid(area) as [number, number],
    box: [left, top, right, bottom],
    label: right - left > name.length * 13 + 16 && bottom - top > 46 ? [name] : [],
  };
};

const parentOf = (area: unknown): string | null =>
  (area as { properties?: AreaProperties }).properties?.parent ?? null;

/** The shapes of one level, all of them or only those below `parent`, fitted into a frame 1000 wide. */
export const layoutMap = (boundaries: Boundaries, parent: string | null): AreaLayout => {
  const all = boundaries.objects.areas;
  const geometries = all.geometries.filter((area) => parent === null || parentOf(area) === parent);
  const areas: Areas = feature(boundaries, { type: 'GeometryCollection', geometries });
  const inDegrees = geoPath();
  const frame = mapFrame(areas.features.map((area) => inDegrees.bounds(area).flat() as unknown as Box));
  const shapes: AreaShape[] = [];
  const borders = { inner: '', parent: '', inset: frame.insets };
  for (const { members, path } of frame.panes) {
    shapes.push(...members.map((at) => toShape(path, areas.features[at] as Areas['features'][number])));
    const chosen = members.map((at) => geometries[at] as (typeof geometries)[number]);
    const collection: GeometryCollection<AreaProperties> = { type: 'GeometryCollection', geometries: chosen };
    const line = (object: GeoPermissibleObjects) => path(object) ?? '';
    borders.inner += line(mesh(boundaries, collection, (a, b) => a !== b && parentOf(a) === parentOf(b)));
    borders.parent += line(mesh(boundaries, collection, (a, b) => a === b || parentOf(a) !== parentOf(b)));
  }
  return { width: frame.width, height: frame.height, shapes, borders, groups: [], narrowGroups: [] };
};

/** The middle of each area in degrees. */
export const middlesOf = (boundaries: Boundaries): Map<string, [number, number]> => {
  const areas: Areas = feature(boundaries, boundaries.objects.areas);
  const inDegrees = geoPath();
  return new Map(
    areas.features.map((area) => [String(area.id), inDegrees.centroid(area) as [number, number]]),
  );
};
