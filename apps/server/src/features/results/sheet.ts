// The life of a result sheet; drawn in docs/state-machines/sheet.md. Arrows are named by the command that makes them.
import type { SheetStatus } from '@comitium/contract';
import type { SheetEventType } from './result-events.ts';

export type SheetTransition = 'correct' | 'verify' | 'release' | 'reject' | 'certify' | 'uncertify';

/** From which states each command may start. A certified sheet must be un-certified before anything else. */
const origins: Readonly<Record<SheetTransition, readonly SheetStatus[]>> = {
  correct: ['accepted', 'held', 'verified'],
  verify: ['accepted'],
  release: ['held'],
  reject: ['accepted', 'held', 'verified'],
  certify: ['verified'],
  uncertify: ['certified'],
};

/** Where it leads; a correction is judged by the checks like a new sheet, so verified figures open again. */
const destinations: Readonly<Record<Exclude<SheetTransition, 'correct'>, SheetStatus>> = {
  verify: 'verified',
  release: 'accepted',
  reject: 'rejected',
  certify: 'certified',
  uncertify: 'verified',
};

export const sheetEvents = {
  correct: 'sheet.corrected',
  verify: 'sheet.verified',
  release: 'sheet.released',
  reject: 'sheet.rejected',
  certify: 'sheet.certified',
  uncertify: 'sheet.uncertified',
} as const satisfies Record<SheetTransition, SheetEventType>;

/** The status that the command leads to, or null where there is no such arrow. */
export const nextStatus = (from: SheetStatus, by: Exclude<SheetTransition, 'correct'>): SheetStatus | null =>
  origins[by].includes(from) ? destinations[by] : null;

export const mayCorrect = (from: SheetStatus): boolean => origins.correct.includes(from);
