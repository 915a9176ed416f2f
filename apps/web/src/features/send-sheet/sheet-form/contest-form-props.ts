import type { Contest, Election } from '@comitium/contract';
import type { MyStation } from '../station-state.ts';

export interface ContestFormProps {
  readonly election: Election | null;
  readonly electionCode: string;
  readonly station: MyStation;
  readonly contest: Contest;
  readonly reviewing: boolean;
}
