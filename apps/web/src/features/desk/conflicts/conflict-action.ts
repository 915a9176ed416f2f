import type { Person, SheetConflict } from '@comitium/contract';
import { possibleActions } from '../actions/sheet-action.ts';
import { countDifferences } from './count-differences.ts';

/** Let the recorded sheet stand, or give it the figures of the refused one; either settles the conflict. */
export const conflictActions = ['keep', 'take'] as const;
export type ConflictAction = (typeof conflictActions)[number];

/** One key each, while no field has the focus. */
export const conflictKeys: Record<ConflictAction, string> = { keep: 's', take: 't' };

/** Taking the other figures is a correction: it needs its right, a sheet that is open to it, and a difference. */
export const possibleConflictActions = (
  conflict: SheetConflict,
  person: Person | null,
): readonly ConflictAction[] => {
  const mayCorrect = possibleActions(conflict.live.status, person).includes('correct');
  return mayCorrect && countDifferences(conflict, conflict.live) > 0 ? conflictActions : ['keep'];
};
