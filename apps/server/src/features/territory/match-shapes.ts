import type { FieldError } from '@comitium/contract';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import type { Shape } from './read-shapes.ts';
import type { RegisterIndex } from './register-index.ts';

/** What a map needs to know of a shape besides its outline: `parent` is the code of the area above. */
export interface AreaProperties {
  readonly name: string;
  readonly parent: string | null;
}

export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties & Record<string, unknown>>;

export interface MatchedShapes {
  readonly features: readonly AreaFeature[];
  /** Shapes without area and areas without shape: told, but no reason to refuse. */
  readonly unmatched: readonly FieldError[];
  /** Two shapes for one area. */
  readonly errors: readonly FieldError[];
}

/** Gives each shape the area of the level that its key names, by code or id. */
export const matchShapes = (
  register: RegisterIndex,
  level: number,
  shapes: readonly Shape[],
): MatchedShapes => {
  const features = new Map<number, AreaFeature>();
  const unmatched: FieldError[] = [];
  const errors: FieldError[] = [];
  for (const { path, key, geometry } of shapes) {
    const area = key === null ? undefined : register.find(key);
    if (area === undefined || register.level[area] !== level) {
      const message = `No ${register.levels[level]} has the code ${key ?? '(none)'}.`;
      unmatched.push({ path, code: 'shape_unmatched', message });
    } else if (features.has(area)) {
      errors.push({ path, code: 'shape_repeated', message: `The area ${key} has a shape already.` });
    } else {
      features.set(area, toFeature(register, area, geometry));
    }
  }
  for (const area of register.descendantsAt(0, level)) {
    if (features.has(area)) continue;
    const message = `${register.names[area]} (${register.codes[area]}) has no shape.`;
    unmatched.push({ path: `/areas/${register.codes[area]}`, code: 'area_without_shape', message });
  }
  return { features: [...features.values()], unmatched, errors };
};

const toFeature = (register: RegisterIndex, area: number, geometry: Polygon | MultiPolygon): AreaFeature => ({
  type: 'Feature',
  id: register.codes[area] ?? '',
  properties: {
    name: register.names[area] ?? '',
    parent: register.codes[register.parent[area] ?? -1] ?? null,
  },
  geometry,
});
