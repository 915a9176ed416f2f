import { type GeoPath, type GeoPermissibleObjects, geoPath, geoTransform } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { AreaLayout, AreaShape } from './area-layout.ts';

export interface AreaProperties {
  readonly name?: string;
  readonly parent?: string | null;
}

export type Boundaries = Topology<{ areas: GeometryCollection<AreaProperties> }>;

type Areas = FeatureCollection<Geometry, AreaProperties>;

const width = 1000;
const tallest = 1150;
const margin = 6;

/**
 * Equirectangular, true to scale at the middle latitude, and planar on purpose: a spherical projection would paint
 * the rest of the globe where a file winds its rings the other way.
 */
const fit = (areas: Areas): { path: GeoPath; height: number } => {
  const [[west, south], [east, north]] = geoPath().bounds(areas);
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const wide = (east - west) * narrowing || 1;
  const high = north - south || 1;
  const scale = Math.min((width - 2 * margin) / wide, (tallest - 2 * margin) / high);
  const left = (width - wide * scale) / 2;
  const projection = geoTransform({
    point(longitude, latitude) {
      this.stream.point(left + (longitude - west) * narrowing * scale, margin + (north - latitude) * scale);
    },
  });
  return { path: geoPath(projection).digits(1), height: Math.ceil(high * scale) + 2 * margin };
};

const toShape = (path: GeoPath, area: Areas['features'][number]): AreaShape => {
  const [[left, top], [right, bottom]] = path.bounds(area);
  const name = area.properties.name ?? String(area.id);
  return {
    code: String(area.id),
    name,
    path: path(area) ?? '',
    center: path.centroid(area) as [number, number],
    box: [left, top, right, bottom],
    label: right - left > name.length * 13 + 16 && bottom - top > 46,
  };
};

const parentOf = (area: unknown): string | null =>
  (area as { properties?: AreaProperties }).properties?.parent ?? null;

/** The shapes of one level, all of them or only those below `parent`, fitted into a frame 1000 wide. */
export const layoutMap = (boundaries: Boundaries, parent: string | null): AreaLayout => {
  const all = boundaries.objects.areas;
  const geometries = all.geometries.filter((area) => parent === null || parentOf(area) === parent);
  const chosen: GeometryCollection<AreaProperties> = { type: 'GeometryCollection', geometries };
  const areas: Areas = feature(boundaries, chosen);
  const { path, height } = fit(areas);
  const line = (object: GeoPermissibleObjects) => path(object) ?? '';
  return {
    width,
    height,
    shapes: areas.features.map((area) => toShape(path, area)),
    borders: {
      inner: line(mesh(boundaries, chosen, (a, b) => a !== b && parentOf(a) === parentOf(b))),
      parent: line(mesh(boundaries, chosen, (a, b) => a === b || parentOf(a) !== parentOf(b))),
    },
    groups: [],
  };
};
