import type { Contest, Sheet } from '@comitium/contract';
import { useState } from 'react';
import { draftOfFigures, type FiguresDraft } from '../../../data/sheets/figures-draft.ts';

export interface CorrectionDraft {
  readonly figures: FiguresDraft;
  readonly setFigures: (figures: FiguresDraft) => void;
  /** Whether the sheet got another revision since the correction was begun. */
  readonly moved: boolean;
  /** What stands in the form after the sheet moved: what was typed, or the sheet's new figures. */
  readonly from: 'typed' | 'sheet';
  readonly choose: (from: 'typed' | 'sheet') => void;
}

/** The figures of a correction. A newer revision of the sheet never replaces what was typed; both can be chosen. */
export const useCorrectionDraft = (contest: Contest, sheet: Sheet): CorrectionDraft => {
  const [begunAt] = useState(sheet.revision);
  const [figures, setFigures] = useState(() => draftOfFigures(contest, sheet));
  const [other, setOther] = useState<{ readonly revision: number; readonly typed: FiguresDraft } | null>(
    null,
  );
  // A second revision while the first one's figures stand in the form: what stands there counts as typed.
  const from = other?.revision === sheet.revision ? 'sheet' : 'typed';
  const choose: CorrectionDraft['choose'] = (wanted) => {
    if (wanted === from) return;
    if (wanted === 'typed' && other !== null) {
      setFigures(other.typed);
      setOther(null);
      return;
    }
    setOther({ revision: sheet.revision, typed: figures });
    setFigures(draftOfFigures(contest, sheet));
  };
  return { figures, setFigures, moved: sheet.revision !== begunAt, from, choose };
};
