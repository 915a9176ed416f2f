import type { SheetReceipt } from '@comitium/contract';
import type { NewSheet } from './new-sheet.ts';
import type { MadeLeaf } from './sheet-leaf.ts';

export const receiptOf = (sheet: NewSheet): SheetReceipt => ({
  sheetId: sheet.sheetId,
  revision: 1,
  status: sheet.status,
  warnings: [...sheet.findings],
  receipt: leafReceipt(sheet.leaf, sheet.salt),
});

/** What proves, later and to anybody, that the figures were received: the entry of the log and what opens its commitments. */
export const leafReceipt = ({ text, hash }: MadeLeaf, salt: string): SheetReceipt['receipt'] => ({
  kind: 'comitium/receipt/1',
  leafHash: hash,
  leaf: text,
  salt,
});
