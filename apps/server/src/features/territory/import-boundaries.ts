import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { err, ok, type Result } from '@comitium/basics';
import { type ImportReport, type Problem, problem } from '@comitium/contract';
import type { Topology } from 'topojson-specification';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { type NewBoundary, upsertBoundary } from './boundary-store.ts';
import { mayManageTerritory, refusedImport } from './import-register.ts';
import { matchShapes } from './match-shapes.ts';
import { readShapes } from './read-shapes.ts';
import type { RegisterIndex } from './register-index.ts';
import { simplifyInThread } from './simplify-in-thread.ts';

export interface BoundaryImport {
  readonly register: RegisterIndex;
  readonly level: number;
  /** GeoJSON or TopoJSON. */
  readonly body: unknown;
  readonly key?: string | undefined;
  readonly object?: string | undefined;
  readonly targetBytes?: number | undefined;
  /** Only reports. */
  readonly dryRun?: boolean | undefined;
}

const defaultTargetBytes = 600_000;
const compress = promisify(gzip);

/** Keeps the shapes of one level, simplified; the report names every shape without area and area without shape. */
export const importBoundaries = async (
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  request: BoundaryImport,
  origin: Origin,
): Promise<Result<ImportReport, Problem>> => {
  const allowed = mayManageTerritory(origin, clock.now());
  if (!allowed.ok) return allowed;
  const { register, level } = request;
  const shapes = readShapes(request.body, request);
  if (!shapes.ok) return err(refusedImport(shapes.error));
  const { features, unmatched, errors } = matchShapes(register, level, shapes.value);
  if (errors.length > 0) return err(refusedImport([...errors, ...unmatched]));
  if (features.length === 0) {
    const detail = `No shape belongs to a ${register.levels[level]}; nothing was written.`;
    return err(problem('import_refused', detail, { errors: unmatched }));
  }
  const report = { rows: shapes.value.length, errors: [...unmatched] };
  const summary = [{ name: register.levels[level] ?? '', count: features.length }];
  if (request.dryRun) return ok({ ...report, written: false, summary });
  const targetBytes = request.targetBytes ?? defaultTargetBytes;
  const topology = await simplifyInThread({ features, targetBytes });
  const boundary = await pack(request, topology);
  await inTransaction(db, async (tx) => {
    await upsertBoundary(tx, boundary);
    const payload = { level, hash: boundary.hash, shapes: features.length, bytes: boundary.topology.length };
    const event = {
      stream: `register:${register.id}`,
      type: 'boundaries.imported',
      version: 1,
      payload,
    } as const;
    await appendToLedger(tx, [{ ...event, ...ledgerOrigin(origin) }]);
  });
  return ok({ ...report, written: true });
};

const pack = async ({ register, level }: BoundaryImport, topology: Topology): Promise<NewBoundary> => {
  const json = JSON.stringify(topology);
  return {
    registerId: register.id,
    level,
    hash: createHash('sha256').update(json).digest('hex').slice(0, 16),
    topology: await compress(json, { level: 9 }),
    bbox: topology.bbox ?? [-180, -90, 180, 90],
  };
};
