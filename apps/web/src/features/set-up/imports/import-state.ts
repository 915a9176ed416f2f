import type { BoundaryImport, ImportReport } from '@comitium/contract';
import type { ProblemAnswer } from '../../../data/problem-error.ts';

export interface ImportState {
  readonly busy: 'check' | 'write' | null;
  /** Of the last dry run, of an import, or of what was refused. */
  readonly report: ImportReport | null;
  readonly problem: ProblemAnswer | null;
  readonly written: boolean;
  readonly cancelled: boolean;
  /** Of the file that has left, 0 to 1. */
  readonly share: number;
  /** What goes on after the file has arrived. */
  readonly run: BoundaryImport | null;
}

export const idle: ImportState = {
  ...{ busy: null, report: null, problem: null, written: false, cancelled: false, share: 0, run: null },
};

export const failed = (error: ProblemAnswer): ImportState => {
  const errors = [...error.errors];
  const report = errors.length > 0 ? { written: false, rows: 0, errors } : null;
  return { ...idle, report, problem: error };
};

export const ended = (
  { rows = 0, errors = [], summary = [] }: Partial<ImportReport>,
  written: boolean,
): ImportState => ({ ...idle, report: { written, rows, errors, summary }, written });
