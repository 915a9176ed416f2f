import type { Election, PageOf } from '@comitium/contract';
import { keptElections } from './kept-answers.ts';
import { type Kept, useKept } from './use-kept.ts';

/** The elections; read by every sending page, so that the choice among them also opens without signal. */
export const useElections = (): Kept<PageOf<Election>> => useKept(keptElections);
