import { err, ok, type Result } from '@comitium/basics';
import { type ImportReport, type Problem, problem } from '@comitium/contract';
import { ledgerOrigin, type Origin } from '../../platform/access/origin.ts';
import { inTransaction, type Transaction } from '../../platform/database/transaction.ts';
import { appendToLedger } from '../../platform/ledger/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { upsertBoundary } from './boundary-store.ts';
import { mayManageTerritory } from './import-register.ts';
import type { AreasOfLevel } from './match-shapes.ts';
import type { PreparedBoundary } from './prepare-boundary.ts';
import { prepareInThread, type Watching } from './prepare-in-thread.ts';
import type { RegisterIndex } from './register-index.ts';

export interface ShapesOfLevel {
  readonly register: RegisterIndex;
  readonly level: number;
  /** GeoJSON or TopoJSON, or its bytes. */
  readonly body: unknown;
  readonly key?: string | undefined;
  readonly object?: string | undefined;
  readonly targetBytes?: number | undefined;
  /** Only reports. */
  readonly dryRun?: boolean | undefined;
}

export interface WatchedImport extends Watching {
  /** In the transaction that writes, before it: where it answers false, nothing is written. */
  mayWrite?(tx: Transaction, report: ImportReport): Promise<boolean>;
}

const defaultTargetBytes = 600_000;

/** Keeps the shapes of one level, simplified; the report names every shape without area and area without shape. */
export const importBoundaries = async (
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  request: ShapesOfLevel,
  origin: Origin,
  watched: WatchedImport = {},
): Promise<Result<ImportReport, Problem>> => {
  const allowed = mayManageTerritory(origin, clock.now());
  if (!allowed.ok) return allowed;
  const { register, level, body, key, object, targetBytes = defaultTargetBytes, dryRun = false } = request;
  const order = { level: areasOfLevel(register, level), body, key, object, targetBytes, dryRun };
  const prepared = await prepareInThread(order, watched);
  if (!prepared.ok) return prepared;
  const { report, boundary } = prepared.value;
  if (boundary === null) return ok(report);
  return inTransaction(db, async (tx) => {
    if (watched.mayWrite !== undefined && !(await watched.mayWrite(tx, report))) return err(cancelled);
    await write(tx, { register, level, boundary }, origin);
    return ok(report);
  });
};

export const cancelled = problem('wrong_state', 'The import was cancelled; nothing was written.');

const areasOfLevel = (
  { levels, ids, codes, names, parent, descendantsAt }: RegisterIndex,
  level: number,
) => ({
  name: levels[level] ?? '',
  areas: descendantsAt(0, level).map((area): AreasOfLevel['areas'][number] => ({
    id: ids[area] ?? '',
    code: codes[area] ?? '',
    name: names[area] ?? '',
    parent: codes[parent[area] ?? -1] ?? null,
  })),
});

interface Written {
  readonly register: RegisterIndex;
  readonly level: number;
  readonly boundary: NonNullable<PreparedBoundary['boundary']>;
}

const write = async (
  tx: Transaction,
  { register, level, boundary }: Written,
  origin: Origin,
): Promise<void> => {
  const { hash, topology, bbox, shapes } = boundary;
  await upsertBoundary(tx, { registerId: register.id, level, hash, topology: Buffer.from(topology), bbox });
  const payload = { level, hash, shapes, bytes: topology.length };
  const stream = `register:${register.id}`;
  await appendToLedger(tx, [
    { stream, type: 'boundaries.imported', version: 1, payload, ...ledgerOrigin(origin) },
  ]);
};
