import type { Contest } from '@comitium/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { emptyFigures } from '../../../data/sheets/figures-draft.ts';
import { useSender } from '../sender/sender-context.ts';
import { draftId, type SheetDraft, type SheetPlace } from '../storage/sheet-draft.ts';

export interface DraftState {
  /** Null until the store has answered. */
  readonly draft: SheetDraft | null;
  readonly change: (part: Partial<Omit<SheetDraft, 'id'>>) => void;
}

/** The draft of one contest of one station, written down on every keystroke. */
export const useDraft = (place: SheetPlace, contest: Contest): DraftState => {
  const { storage } = useSender();
  const id = draftId(place);
  const [draft, setDraft] = useState<SheetDraft | null>(null);
  const newest = useRef<SheetDraft | null>(null);

  useEffect(() => {
    let left = false;
    const show = (found: SheetDraft | null): void => {
      if (left) return;
      newest.current = found ?? { id, figures: emptyFigures(contest), note: '', photo: null, replaces: null };
      setDraft(newest.current);
    };
    newest.current = null;
    setDraft(null);
    void storage.drafts.get(id).then(show);
    return () => {
      left = true;
    };
  }, [storage, id, contest]);

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
