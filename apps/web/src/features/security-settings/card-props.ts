import type { FactorEnrolled } from '@comitium/contract';
import type { Guarded } from './use-guarded.ts';

export interface FactorCardProps {
  readonly guarded: Guarded;
  /** With what is said about it. */
  readonly onEnrolled: (enrolled: FactorEnrolled, words: string) => Promise<void>;
  readonly onSaid: (words: string) => void;
}
