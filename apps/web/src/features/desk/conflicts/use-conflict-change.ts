import type { Sheet, SheetConflict } from '@comitium/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { newKey } from '../../../data/new-key.ts';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { type RequestOptions, sendRequest } from '../../../data/send-request.ts';
import type { ConflictAction } from './conflict-action.ts';
import { correctionOf } from './correction-of.ts';

export interface ConflictChange {
  readonly busy: boolean;
  readonly problem: ProblemAnswer | null;
  /** The revision that this person's own correction led to; it is no news to him. */
  readonly ownRevision: number | null;
  /** Answers whether the conflict is settled. */
  readonly change: (action: ConflictAction, reason: string) => Promise<boolean>;
  readonly forget: () => void;
}

/**
 * Settles a conflict as it was seen. Taking the other figures is two requests; when only the second is lost, doing it
 * again settles, because the correction is there already.
 */
export const useConflictChange = (election: string, seen: SheetConflict): ConflictChange => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [ownRevision, setOwnRevision] = useState<number | null>(null);
  const corrected = useRef(false);
  const post = async <T>(path: string, options: RequestOptions): Promise<T | null> => {
    const start = `elections/${encodeURIComponent(election)}/results`;
    const answer = await sendRequest<T>(`${start}/${path}`, { method: 'POST', ...options });
    if (!answer.ok) setProblem(answer.error);
    return answer.ok ? ((answer.value.body ?? {}) as T) : null;
  };
  const correct = async (reason: string): Promise<boolean> => {
    const sheet = await post<Sheet>(`sheets/${seen.live.id}/correct`, {
      body: correctionOf(seen, reason),
      ifMatch: `"${seen.live.revision}"`,
      idempotencyKey: newKey(),
    });
    if (sheet !== null) setOwnRevision(sheet.revision);
    corrected.current = sheet !== null;
    return corrected.current;
  };
  const change: ConflictChange['change'] = async (action, reason) => {
    setBusy(true);
    setProblem(null);
    const ready = action === 'keep' || corrected.current || (await correct(reason));
    const settled = ready && (await post(`conflicts/${seen.id}/settle`, { body: { reason } })) !== null;
    setBusy(false);
    await client.invalidateQueries({ queryKey: ['desk', election] });
    return settled;
  };
  return { busy, problem, ownRevision, change, forget: () => setProblem(null) };
};
