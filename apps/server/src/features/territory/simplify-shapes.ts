import type { GeoJSON } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { AreaFeature } from './match-shapes.ts';

type AreaObjects = Objects<Record<string, unknown>>;

const grid = 1e4;
const steps = 7;

/**
 * Shapes as one topology, so that neighbours keep their common border, with the least important points left out
 * until its JSON has about `targetBytes`. The one object is called `areas`.
 */
export const simplifyShapes = (features: readonly AreaFeature[], targetBytes: number): Topology => {
  const collection = { type: 'FeatureCollection' as const, features: [...features] };
  const whole = topology({ areas: collection as GeoJSON }) as Topology<AreaObjects>;
  const weighted = presimplify(whole);
  const at = (share: number): Topology =>
    quantize(simplify(weighted, share === 0 ? 0 : quantile(weighted, 1 - share)), grid);
  const exact = at(0);
  if (sizeOf(exact) <= targetBytes) return exact;
  let best = at(0.999);
  let low = 0;
  let high = 0.999;
  for (let step = 0; step < steps; step += 1) {
    const middle = (low + high) / 2;
    const candidate = at(middle);
    if (sizeOf(candidate) > targetBytes) {
      low = middle;
    } else {
      high = middle;
      best = candidate;
    }
  }
  return best;
};

const sizeOf = (candidate: Topology): number => Buffer.byteLength(JSON.stringify(candidate));
