import type { SheetReceipt } from '@comitium/contract';
import type { NewSheet } from './new-sheet.ts';

export const receiptOf = (sheet: NewSheet): SheetReceipt => ({
  sheetId: sheet.sheetId,
  revision: 1,
  status: sheet.status,
  warnings: [...sheet.findings],
  receipt: { leafHash: sheet.leafHash.toString('hex') },
});
