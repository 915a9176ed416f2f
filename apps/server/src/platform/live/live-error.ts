import type { ErrorCode } from '@comitium/contract';

/** An expected failure of the live feed; the code is one of the house's closed list. */
export interface LiveError {
  readonly code: ErrorCode;
  readonly message: string;
}
