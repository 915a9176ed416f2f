import { useSession } from '../../../data/use-session.ts';
import { type CorrectionDrafts, correctionDraftsOf } from './correction-drafts.ts';

/** The corrections that the signed-in person began. */
export const useCorrections = (): CorrectionDrafts => correctionDraftsOf(useSession().person?.id ?? '');
