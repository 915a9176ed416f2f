import { Worker } from 'node:worker_threads';
import type { Topology } from 'topojson-specification';
import type { AreaFeature } from './match-shapes.ts';
import { simplifyShapes } from './simplify-shapes.ts';

/** What the thread is given. */
export interface SimplifyOrder {
  readonly features: readonly AreaFeature[];
  readonly targetBytes: number;
}

/** Fewer points are simplified sooner than a thread starts. */
const manyPoints = 20_000;

/** The same as `simplifyShapes`; a country's outlines, which take seconds, in a thread beside the server's own. */
export const simplifyInThread = async (order: SimplifyOrder): Promise<Topology> => {
  if (countPoints(order.features) < manyPoints) return simplifyShapes(order.features, order.targetBytes);
  const worker = new Worker(new URL('./simplify-worker.ts', import.meta.url), { workerData: order });
  return new Promise<Topology>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    // Without effect where it has answered.
    worker.once('exit', (code) => reject(new Error(`the thread that simplifies shapes ended with ${code}`)));
  });
};

const countPoints = (features: readonly AreaFeature[]): number =>
  features
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    .flat()
    .reduce((sum, ring) => sum + ring.length, 0);
