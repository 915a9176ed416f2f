import { expect, test } from 'vitest';
import type { AreaFeature } from './match-shapes.ts';
import { simplifyInThread } from './simplify-in-thread.ts';
import { simplifyShapes } from './simplify-shapes.ts';

/** A wriggling ring of that many points. */
const ring = (code: string, west: number, points: number): AreaFeature => ({
  type: 'Feature',
  id: code,
  properties: { name: code, parent: null },
  geometry: {
    type: 'Polygon',
    coordinates: [
      Array.from({ length: points }, (_, at) => {
        const angle = (2 * Math.PI * (at % (points - 1))) / (points - 1);
        const radius = 1 + 0.01 * Math.sin(angle * 97);
        return [west + radius * Math.cos(angle), radius * Math.sin(angle)];
      }),
    ],
  },
});

test.each([500, 15_000])(
  'two rings of %i points come out as the plain function makes them',
  async (points) => {
    const features = [ring('W', 0, points), ring('E', 5, points)];
    const simplified = await simplifyInThread({ features, targetBytes: 20_000 });
    expect(simplified).toEqual(simplifyShapes(features, 20_000));
    expect(Buffer.byteLength(JSON.stringify(simplified))).toBeLessThanOrEqual(20_000);
  },
);
