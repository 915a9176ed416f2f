import type { Contest, Sheet } from '@comitium/contract';
import { useState } from 'react';
import { draftOfFigures, type FiguresDraft } from '../../../data/sheets/figures-draft.ts';
import type { KeptCorrection } from './correction-drafts.ts';
import { useCorrections } from './use-corrections.ts';

export interface CorrectionDraft {
  readonly figures: FiguresDraft;
  readonly setFigures: (figures: FiguresDraft) => void;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  /** Whether the sheet got another revision since the correction was begun. */
  readonly moved: boolean;
  /** What stands in the form after the sheet moved: what was typed, or the sheet's new figures. */
  readonly from: 'typed' | 'sheet';
  readonly choose: (from: 'typed' | 'sheet') => void;
  /** It was sent or cancelled. */
  readonly forget: () => void;
}

/**
 * The figures of a correction and why. A newer revision of the sheet never replaces what was typed; both can be
 * chosen. What is typed is kept while other sheets are looked at.
 */
export const useCorrectionDraft = (contest: Contest, sheet: Sheet): CorrectionDraft => {
  const drafts = useCorrections();
  const [draft, setDraft] = useState<KeptCorrection>(
    () =>
      drafts.get(sheet.id) ?? {
        revision: sheet.revision,
        figures: draftOfFigures(contest, sheet),
        reason: '',
      },
  );
  const [other, setOther] = useState<{ readonly revision: number; readonly typed: FiguresDraft } | null>(
    null,
  );
  const change = (changed: Partial<KeptCorrection>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    drafts.keep(sheet.id, next);
  };
  // A second revision while the first one's figures stand in the form: what stands there counts as typed.
  const from = other?.revision === sheet.revision ? 'sheet' : 'typed';
  const choose: CorrectionDraft['choose'] = (wanted) => {
    if (wanted === from) return;
    if (wanted === 'typed' && other !== null) {
      change({ figures: other.typed });
      setOther(null);
      return;
    }
    setOther({ revision: sheet.revision, typed: draft.figures });
    change({ figures: draftOfFigures(contest, sheet) });
  };
  return {
    figures: draft.figures,
    setFigures: (figures) => change({ figures }),
    reason: draft.reason,
    setReason: (reason) => change({ reason }),
    moved: sheet.revision !== draft.revision,
    from,
    choose,
    forget: () => drafts.keep(sheet.id, null),
  };
};
