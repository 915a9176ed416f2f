import type { CountTask } from '../counting-method.ts';
import type { OptionsOf } from '../options.ts';
import type { CountBook } from '../stages/count-book.ts';
import type { PaperParcels } from '../stages/paper-parcels.ts';
import type { cambridgeOptions } from './cambridge-options.ts';

/** A count by Massachusetts' rules as it stands between two transfers; all in whole ballots. */
export interface CambridgeCount {
  readonly task: Pick<
    CountTask<OptionsOf<typeof cambridgeOptions>>,
    'ballots' | 'options' | 'seats' | 'ties' | 'onRound'
  >;
  readonly book: CountBook;
  readonly papers: PaperParcels;
  readonly quota: number;
  /** Reached the quota while ballots moved, and are declared elected when the transfer is complete. */
  readonly full: Set<number>;
  /** Rule (g) was applied. */
  swept: boolean;
}
