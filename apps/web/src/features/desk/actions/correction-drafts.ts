import { useSyncExternalStore } from 'react';
import type { FiguresDraft } from '../../../data/sheets/figures-draft.ts';

/** A correction that was begun and neither sent nor cancelled. */
export interface KeptCorrection {
  /** Of the sheet when the correction was begun. */
  readonly revision: number;
  readonly figures: FiguresDraft;
  readonly reason: string;
}

export interface CorrectionDrafts {
  get(sheet: string): KeptCorrection | null;
  /** Null when it was sent or cancelled. */
  keep(sheet: string, draft: KeptCorrection | null): void;
  subscribe(listener: () => void): () => void;
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Corrections by their sheet, for as long as the tab lives: other sheets are looked at, the page is loaded again. */
export const createCorrectionDrafts = (storage: Store, person: string): CorrectionDrafts => {
  const key = `comitium.corrections.${person}`;
  const listeners = new Set<() => void>();
  const drafts = read(storage.getItem(key));
  return {
    get: (sheet) => drafts.get(sheet) ?? null,
    keep(sheet, draft) {
      if (draft === null) drafts.delete(sheet);
      else drafts.set(sheet, draft);
      if (drafts.size === 0) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify([...drafts]));
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

const read = (text: string | null): Map<string, KeptCorrection> => {
  if (text === null) return new Map();
  // Written above, by this version of the page or one before: what cannot be read is no draft.
  try {
    return new Map(JSON.parse(text) as [string, KeptCorrection][]);
  } catch {
    return new Map();
  }
};

const opened = new Map<string, CorrectionDrafts>();

/** The drafts of one person: whoever signs in next on this computer does not see them. */
export const correctionDraftsOf = (person: string): CorrectionDrafts => {
  const known = opened.get(person) ?? createCorrectionDrafts(sessionStorage, person);
  opened.set(person, known);
  return known;
};

/** Whether a correction of the sheet was begun. */
export const useHasCorrection = (drafts: CorrectionDrafts, sheet: string | undefined): boolean =>
  useSyncExternalStore(drafts.subscribe, () => sheet !== undefined && drafts.get(sheet) !== null);
