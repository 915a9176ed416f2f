import type { Platform } from '../../platform/platform.ts';
import type { ElectionBook } from '../elections/index.ts';
import type { Intake } from './intake.ts';
import type { SheetNeighbours } from './sheet-neighbours.ts';

/** What the commands and queries of this feature share. */
export interface ResultsContext {
  readonly platform: Platform;
  readonly elections: ElectionBook;
  readonly intake: Intake;
  readonly neighbours: SheetNeighbours;
  /** Those of the files that exist, with whose they are. */
  listFiles(ids: readonly string[]): Promise<readonly { readonly id: string; readonly uploadedBy: string }[]>;
}
