import type { Sheet } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { newKey } from '../../../data/new-key.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { sendRequest } from '../../../data/send-request.ts';
import type { LoadedSheet } from '../desk-queries.ts';
import type { SheetAction } from './sheet-action.ts';

export interface SheetChange {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** The revision that this person's own last change led to; it is no news to him. */
  readonly ownRevision: number | null;
  /** Answers whether it was done. `body` holds the reason, and for a correction the figures. */
  readonly change: (action: SheetAction, body: Readonly<Record<string, unknown>>) => Promise<boolean>;
  readonly forget: () => void;
}

/** Changes a sheet as it was seen: another revision on the server refuses, and the page shows what changed. */
export const useSheetChange = (election: string, seen: LoadedSheet): SheetChange => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [ownRevision, setOwnRevision] = useState<number | null>(null);
  const change: SheetChange['change'] = async (action, body) => {
    setBusy(true);
    const path = `elections/${encodeURIComponent(election)}/results/sheets/${seen.sheet.id}/${action}`;
    const answer = await sendRequest<Sheet>(path, {
      method: 'POST',
      body,
      ifMatch: seen.etag,
      idempotencyKey: newKey(),
    });
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
    if (answer.ok) setOwnRevision(answer.value.body.revision);
    // Also after a refusal: what stands on the page may be what was refused.
    await client.invalidateQueries({ queryKey: ['desk', election] });
    return answer.ok;
  };
  return { busy, problem, ownRevision, change, forget: () => setProblem(null) };
};
