import type { FieldError } from '@comitium/contract';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Shape } from './read-shapes.ts';

/** What a map needs to know of a shape besides its outline: `parent` is the code of the area above. */
export interface AreaProperties {
  readonly name: string;
  readonly parent: string | null;
}

export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties & Record<string, unknown>>;

/** The areas that the shapes are for, without the rest of the register, so that a thread can be given them. */
export interface AreasOfLevel {
  /** Of the level. */
  readonly name: string;
  readonly areas: readonly LevelArea[];
}

export interface LevelArea {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the area above. */
  readonly parent: string | null;
}

export interface MatchedShapes {
  readonly features: readonly AreaFeature[];
  /** Shapes without area and areas without shape: told, but no reason to refuse. */
  readonly unmatched: readonly FieldError[];
  /** Two shapes for one area. */
  readonly errors: readonly FieldError[];
}

/** Gives each shape the area of the level that its key names, by code or id. */
export const matchShapes = (level: AreasOfLevel, shapes: readonly Shape[]): MatchedShapes => {
  const known = new Map(
    level.areas.flatMap((area) => [[area.id, area] as const, [area.code, area] as const]),
  );
  const features = new Map<LevelArea, AreaFeature>();
  const unmatched: FieldError[] = [];
  const errors: FieldError[] = [];
  for (const { path, key, geometry } of shapes) {
    const area = known.get(key ?? '');
    if (area === undefined) {
      const message = `No ${level.name} has the code ${key ?? '(none)'}.`;
      unmatched.push({ path, code: 'shape_unmatched', message });
    } else if (features.has(area)) {
      errors.push({ path, code: 'shape_repeated', message: `The area ${key} has a shape already.` });
    } else {
      features.set(area, toFeature(area, geometry));
    }
  }
  for (const area of level.areas) {
    if (features.has(area)) continue;
    const message = `${area.name} (${area.code}) has no shape.`;
    unmatched.push({ path: `/areas/${area.code}`, code: 'area_without_shape', message });
  }
  return { features: [...features.values()], unmatched, errors };
};

const toFeature = ({ code, name, parent }: LevelArea, geometry: Polygon | MultiPolygon): AreaFeature => ({
  type: 'Feature',
  id: code,
  properties: { name, parent },
  geometry,
});
