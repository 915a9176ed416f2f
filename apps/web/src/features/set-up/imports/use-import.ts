import type { BoundaryImport, ImportReport } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type Query, sendRequest } from '../../../data/send-request.ts';
import { followRun } from './follow-run.ts';
import { ended, failed, type ImportState, idle } from './import-state.ts';

export interface ImportTarget {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly query: Query;
}

export interface ImportRun extends ImportState {
  readonly send: (file: File, target: ImportTarget, dryRun: boolean) => Promise<void>;
  /** Ends the upload; what the server has wholly received it may still carry out. */
  readonly breakOff: () => void;
  /** Of what goes on in the background. */
  readonly cancel: () => Promise<void>;
  readonly forget: () => void;
}

/** The content type by the file's name: browsers tell CSV files apart in different ways. */
export const importType = (name: string): string => (/\.csv$/i.test(name) ? 'text/csv' : 'application/json');

/** A file is checked first and written as a whole or not at all. */
export const useImport = (): ImportRun => {
  const client = useQueryClient();
  const [state, setState] = useState<ImportState>(idle);
  const upload = useRef(new AbortController());
  const send = async (file: File, target: ImportTarget, dryRun: boolean): Promise<void> => {
    setState({ ...idle, busy: dryRun ? 'check' : 'write' });
    upload.current = new AbortController();
    const { signal } = upload.current;
    const asked = sendRequest<Partial<ImportReport> | BoundaryImport>(target.path, {
      method: target.method,
      query: { ...target.query, ...(dryRun ? { dryRun } : {}) },
      body: file,
      headers: { 'content-type': importType(file.name) },
      onUpload: (share) => setState((now) => ({ ...now, share })),
      signal,
    });
    const answer = await asked.catch((error: unknown) => {
      if (signal.aborted) return null;
      throw error;
    });
    if (answer === null) return setState(idle);
    if (!answer.ok) return setState(failed(answer.error));
    const { body } = answer.value;
    const isRun = body !== null && 'state' in body;
    const end = isRun
      ? await followRun(body, (run) => setState((now) => ({ ...now, run })))
      : ended(body ?? {}, !dryRun);
    setState(end);
    if (end.written || isRun) await client.invalidateQueries();
  };
  const cancel = async (): Promise<void> => {
    if (state.run === null) return;
    // That it was over already shows by itself a moment later.
    await sendRequest(`boundary-imports/${state.run.id}`, { method: 'DELETE' });
  };
  const breakOff = (): void => upload.current.abort();
  return { ...state, send, breakOff, cancel, forget: () => setState(idle) };
};
