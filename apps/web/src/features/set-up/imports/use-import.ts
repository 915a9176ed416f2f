import type { ImportReport } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { type Query, sendRequest } from '../../../data/send-request.ts';

export interface ImportTarget {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly query: Query;
}

interface ImportState {
  readonly busy: 'check' | 'write' | null;
  /** Of the last dry run, of an import, or of what was refused. */
  readonly report: ImportReport | null;
  readonly problem: ProblemAnswer | null;
  readonly written: boolean;
  /** Of the file that has left, 0 to 1. */
  readonly share: number;
}

export interface ImportRun extends ImportState {
  readonly send: (file: File, target: ImportTarget, dryRun: boolean) => Promise<void>;
  readonly forget: () => void;
}

const idle: ImportState = { busy: null, report: null, problem: null, written: false, share: 0 };

/** The content type by the file's name: browsers tell CSV files apart in different ways. */
export const importType = (name: string): string => (/\.csv$/i.test(name) ? 'text/csv' : 'application/json');

/** A file is checked first and written as a whole or not at all. */
export const useImport = (): ImportRun => {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>(idle);
  const send = async (file: File, target: ImportTarget, dryRun: boolean): Promise<void> => {
    setState({ ...idle, busy: dryRun ? 'check' : 'write' });
    const answer = await sendRequest<Partial<ImportReport>>(target.path, {
      method: target.method,
      query: { ...target.query, ...(dryRun ? { dryRun } : {}) },
      body: file,
      headers: { 'content-type': importType(file.name) },
      onUpload: (share) => setState((now) => ({ ...now, share })),
    });
    if (!answer.ok) {
      const errors = [...answer.error.errors];
      const report = errors.length > 0 ? { written: false, rows: 0, errors } : null;
      return setState({ ...idle, report, problem: answer.error });
    }
    const { rows = 0, errors = [], summary = [] } = answer.value.body ?? {};
    setState({ ...idle, report: { written: !dryRun, rows, errors, summary }, written: !dryRun });
    if (!dryRun) await client.invalidateQueries();
  };
  return { ...state, send, forget: () => setState(idle) };
};
