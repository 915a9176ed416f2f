import type { Contest } from '@comitium/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyFigures } from '../../../data/sheets/figures-draft.ts';
import { useSender } from '../sender/sender-context.ts';
import { draftOfQueued } from '../storage/draft-of-queued.ts';
import { draftId, type SheetDraft, type SheetPlace } from '../storage/sheet-draft.ts';

export interface DraftState {
  /** Null until the store has answered. */
  readonly draft: SheetDraft | null;
  readonly change: (part: Partial<Omit<SheetDraft, 'id'>>) => void;
}

/** The draft of one contest of one station, written down on every keystroke. */
export const useDraft = (place: SheetPlace, contest: Contest): DraftState => {
  const { storage, queue } = useSender();
  const id = draftId(place);
  const [draft, setDraft] = useState<SheetDraft | null>(null);
  const newest = useRef<SheetDraft | null>(null);

  // A list read again brings the same ballot in a new object; the form under somebody's fingers must not start anew.
  const newestContest = useRef(contest);
  newestContest.current = contest;

  useEffect(() => {
    let left = false;
    const firstDraft = (): SheetDraft => {
      const { sheets } = queue.state();
      const refused = sheets.filter(({ state }) => state.kind === 'refused').map(draftOfQueued);
      const figures = emptyFigures(newestContest.current);
      const empty = { id, figures, note: '', photo: null, replaces: null };
      return refused.find((each) => each.id === id) ?? empty;
    };
    const show = (found: SheetDraft | null): void => {
      if (left) return;
      newest.current = found ?? firstDraft();
      setDraft(newest.current);
    };
    newest.current = null;
    setDraft(null);
    void storage.drafts.get(id).then(show);
    return () => {
      left = true;
    };
  }, [storage, queue, id]);

  const change = useCallback<DraftState['change']>(
    (part) => {
      if (newest.current === null) return;
      newest.current = { ...newest.current, ...part };
      setDraft(newest.current);
      void storage.drafts.put(newest.current);
    },
    [storage],
  );
  return { draft: draft?.id === id ? draft : null, change };
};
