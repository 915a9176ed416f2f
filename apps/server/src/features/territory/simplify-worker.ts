// The thread in which large shapes are simplified, one import in each.
import { parentPort, workerData } from 'node:worker_threads';
import type { SimplifyOrder } from './simplify-in-thread.ts';
import { simplifyShapes } from './simplify-shapes.ts';

const { features, targetBytes } = workerData as SimplifyOrder;
parentPort?.postMessage(simplifyShapes(features, targetBytes));
