import { err, ok, type Result } from '@comitium/basics';
import type { FieldError } from '@comitium/contract';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** One shape of a file, with the text by which its area is recognised (null where it has none). */
export interface Shape {
  readonly path: string;
  readonly key: string | null;
  readonly geometry: Polygon | MultiPolygon;
}

/**
 * The shapes of a GeoJSON FeatureCollection or of a TopoJSON file (its only object, or the one named). `key` names
 * the property that holds the area's code; without it the feature's id, or else its property `code`.
 */
export const readShapes = (
  body: unknown,
  { key, object }: { key?: string | undefined; object?: string | undefined },
): Result<Shape[], readonly FieldError[]> => {
  const listed = listFeatures(body, object);
  if (!listed.ok) return listed;
  const errors: FieldError[] = [];
  const shapes = listed.value.flatMap((candidate, index): Shape[] => {
    const path = `/features/${index}`;
    const { geometry } = candidate;
    if (!isSurface(geometry)) {
      const message = `A ${geometry?.type ?? 'shape without geometry'} has no surface.`;
      errors.push({ path: `${path}/geometry`, code: 'not_a_polygon', message });
      return [];
    }
    if (!isOnEarth(geometry)) {
      const message = 'Positions are longitude and latitude in degrees (WGS 84).';
      errors.push({ path: `${path}/geometry`, code: 'position_out_of_range', message });
      return [];
    }
    return [{ path, key: keyOf(candidate, key), geometry }];
  });
  return errors.length === 0 ? ok(shapes) : err(errors);
};

const refuse = (path: string, code: string, message: string): Result<never, readonly FieldError[]> =>
  err([{ path, code, message }]);

const listFeatures = (
  body: unknown,
  object: string | undefined,
): Result<readonly Feature[], readonly FieldError[]> => {
  const type = member(body, 'type');
  if (type === 'FeatureCollection') {
    const features = member(body, 'features');
    if (Array.isArray(features)) return ok(features.filter(isFeature));
    return refuse('/features', 'required', 'The features must be a list.');
  }
  if (type !== 'Topology') {
    return refuse('/type', 'not_shapes', 'Send a GeoJSON FeatureCollection or a TopoJSON Topology.');
  }
  const objects = member(body, 'objects') ?? {};
  const names = Object.keys(objects);
  const name = object ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined || !names.includes(name)) {
    return refuse('/objects', 'object_unknown', `Name the object of the level: ${names.join(', ')}.`);
  }
  return readTopology(body as Topology, name);
};

const readTopology = (
  topology: Topology,
  name: string,
): Result<readonly Feature[], readonly FieldError[]> => {
  try {
    return ok(feature(topology, topology.objects[name] as GeometryCollection).features);
  } catch (error) {
    // Arcs that are missing or no lists: the library reads them unchecked.
    if (!(error instanceof TypeError)) throw error;
    return refuse('/arcs', 'not_shapes', 'The topology refers to arcs that it does not hold.');
  }
};

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const isFeature = (value: unknown): value is Feature => member(value, 'type') === 'Feature';

const isDegree = (value: unknown, most: number): boolean =>
  typeof value === 'number' && Math.abs(value) <= most;

const isPosition = (value: unknown): boolean =>
  Array.isArray(value) && isDegree(value[0], 180) && isDegree(value[1], 90);

const isRing = (value: unknown): boolean =>
  Array.isArray(value) && value.length >= 4 && value.every(isPosition);

const isPolygon = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(isRing);

const isSurface = (geometry: unknown): geometry is Polygon | MultiPolygon =>
  member(geometry, 'type') === 'Polygon' || member(geometry, 'type') === 'MultiPolygon';

const isOnEarth = ({ type, coordinates }: Polygon | MultiPolygon): boolean =>
  type === 'Polygon'
    ? isPolygon(coordinates)
    : Array.isArray(coordinates) && coordinates.length > 0 && coordinates.every(isPolygon);

const keyOf = ({ id, properties }: Feature, key: string | undefined): string | null => {
  const value: unknown = key === undefined ? (id ?? properties?.['code']) : properties?.[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : null;
};
