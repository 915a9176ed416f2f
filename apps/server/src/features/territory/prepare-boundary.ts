// From the file to what is stored, without database: the part of an import that takes long, and runs in a thread.
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { err, ok, type Result } from '@comitium/basics';
import { type FieldError, type ImportReport, type Problem, problem } from '@comitium/contract';
import { type AreaFeature, type AreasOfLevel, matchShapes } from './match-shapes.ts';
import { readShapes } from './read-shapes.ts';
import { refusedImport } from './refused-import.ts';
import { simplifyShapes } from './simplify-shapes.ts';

export interface BoundaryOrder {
  readonly level: AreasOfLevel;
  /** GeoJSON or TopoJSON, or its bytes. */
  readonly body: unknown;
  readonly key?: string | undefined;
  readonly object?: string | undefined;
  readonly targetBytes: number;
  /** Only reports. */
  readonly dryRun: boolean;
}

export interface PreparedBoundary {
  readonly report: ImportReport;
  /** Null after a dry run. */
  readonly boundary: {
    readonly hash: string;
    /** Gzip of TopoJSON. */
    readonly topology: Uint8Array<ArrayBuffer>;
    readonly bbox: readonly number[];
    readonly shapes: number;
  } | null;
}

export type OnProgress = (step: 'reading' | 'simplifying', share: number) => void;

export const prepareBoundary = (
  order: BoundaryOrder,
  onProgress: OnProgress,
): Result<PreparedBoundary, Problem> => {
  const body = parse(order.body);
  if (!body.ok) return body;
  onProgress('reading', 0.5);
  const shapes = readShapes(body.value, order);
  if (!shapes.ok) return err(refusedImport(shapes.error));
  const { level } = order;
  const { features, unmatched, errors } = matchShapes(level, shapes.value);
  if (errors.length > 0) return err(refusedImport([...errors, ...unmatched]));
  if (features.length === 0) return err(noneBelongs(level, unmatched));
  const report = { rows: shapes.value.length, errors: [...unmatched] };
  if (order.dryRun) {
    const summary = [{ name: level.name, count: features.length }];
    return ok({ report: { ...report, written: false, summary }, boundary: null });
  }
  onProgress('simplifying', 0);
  const boundary = pack(features, order.targetBytes, (share) => onProgress('simplifying', share));
  return ok({ report: { ...report, written: true }, boundary });
};

const noneBelongs = ({ name }: AreasOfLevel, errors: readonly FieldError[]): Problem =>
  problem('import_refused', `No shape belongs to a ${name}; nothing was written.`, { errors });

const parse = (body: unknown): Result<unknown, Problem> => {
  if (!(body instanceof Uint8Array)) return ok(body);
  if (!isUtf8(body)) return err(problem('invalid_request', 'The body is not UTF-8.'));
  try {
    return ok(JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return err(problem('invalid_request', `The body is not valid JSON: ${error.message}`));
  }
};

const pack = (
  features: readonly AreaFeature[],
  targetBytes: number,
  onShare: (share: number) => void,
): NonNullable<PreparedBoundary['boundary']> => {
  const topology = simplifyShapes(features, targetBytes, onShare);
  const json = JSON.stringify(topology);
  return {
    hash: createHash('sha256').update(json).digest('hex').slice(0, 16),
    topology: new Uint8Array(gzipSync(json, { level: 9 })),
    bbox: topology.bbox ?? [-180, -90, 180, 90],
    shapes: features.length,
  };
};
