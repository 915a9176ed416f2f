import type { SheetReceipt } from '@comitium/contract';

/** A receipt, and whether it was given before for the same request. */
export interface IntakeAnswer {
  readonly receipt: SheetReceipt;
  readonly replayed: boolean;
}
