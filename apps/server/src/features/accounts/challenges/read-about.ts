import type { KeyRing } from '../../../platform/crypto/key-ring.ts';
import { type ChallengeRow, challengePurpose } from './challenge-store.ts';

/** What a challenge was issued for, as the command wrote it that issued it. */
export const readAbout = <T>(keys: KeyRing, { sealed }: Pick<ChallengeRow, 'sealed'>): T =>
  JSON.parse(keys.open(challengePurpose, sealed)) as T;
