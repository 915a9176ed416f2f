import type { GeoJSON } from 'geojson';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { AreaFeature } from './match-shapes.ts';

type AreaObjects = Objects<Record<string, unknown>>;

const grid = 1e4;
const steps = 7;
/** Of the work that is done when the common borders are found, and when every point has its weight; measured. */
const wholeShare = 0.4;
const weightedShare = 0.6;

/**
 * Shapes as one topology, so that neighbours keep their common border, with the least important points left out
 * until its JSON has about `targetBytes`. The one object is called `areas`. `onShare` hears how much is done, 0 to 1.
 */
export const simplifyShapes = (
  features: readonly AreaFeature[],
  targetBytes: number,
  onShare: (share: number) => void = () => undefined,
): Topology => {
  const collection = { type: 'FeatureCollection' as const, features: [...features] };
  const whole = topology({ areas: collection as GeoJSON }) as Topology<AreaObjects>;
  onShare(wholeShare);
  const weighted = presimplify(whole);
  onShare(weightedShare);
  const at = (share: number): Topology =>
    quantize(simplify(weighted, share === 0 ? 0 : quantile(weighted, 1 - share)), grid);
  const exact = at(0);
  if (sizeOf(exact) <= targetBytes) return exact;
  let best = at(0.999);
  let low = 0;
  let high = 0.999;
  for (let step = 0; step < steps; step += 1) {
    onShare(weightedShare + ((1 - weightedShare) * step) / steps);
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
