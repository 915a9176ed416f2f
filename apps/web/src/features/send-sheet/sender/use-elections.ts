import type { Election, PageOf } from '@comitium/contract';
import { fetchBody } from '../../../data/send-request.ts';
import { type Kept, useKept } from './use-kept.ts';

/** The elections; read by every sending page, so that the choice among them also opens without signal. */
export const useElections = (): Kept<PageOf<Election>> =>
  useKept('elections', (signal) => fetchBody('elections', { query: { limit: 100 }, signal }));
