import { emptyFold, type Fold, rollUp } from './fold.ts';

/**
 * The counted sheets of one contest in one basis, with areas as indexes 0 … n − 1.
 *
 * Leave out sheets that do not count (`countedIn`), and give each station at most one.
 */
export interface SheetColumns {
  /** Per area its parent's index, −1 for a root. Any order, any depth. */
  readonly parent: Int32Array;
  /** Choices on the ballot. */
  readonly width: number;
  /** Per sheet the area it reports: usually a leaf. */
  readonly sheetStation: Int32Array;
  /** Row by row: the votes of sheet s for choice c stand at s × width + c. */
  readonly votes: Int32Array;
  readonly rejected: Int32Array;
  readonly cast: Int32Array;
  readonly registered: Int32Array;
}

/**
 * Recounts a contest from its sheets: what every stored total must equal at any moment.
 *
 * Places each sheet at its station, then adds each area to its parent once, children first: O(areas × width),
 * whatever the number of levels. Throws RangeError on columns that do not fit together and Error on a station
 * with two sheets or a cycle of areas.
 */
export const foldSheets = (columns: SheetColumns): Fold => {
  requireFittingColumns(columns);
  const fold = emptyFold(columns.parent.length, columns.width);
  placeSheets(columns, fold);
  rollUp(fold, columns.parent);
  return fold;
};

const requireFittingColumns = ({
  width,
  sheetStation,
  votes,
  rejected,
  cast,
  registered,
}: SheetColumns): void => {
  const sheets = sheetStation.length;
  const fits = [
    votes.length === sheets * width,
    ...[rejected, cast, registered].map((c) => c.length === sheets),
  ];
  if (fits.includes(false))
    throw new RangeError(`the columns do not hold ${sheets} sheets of ${width} choices`);
};

const placeSheets = (columns: SheetColumns, fold: Fold): void => {
  const { parent, width, sheetStation } = columns;
  const reported = new Uint8Array(parent.length);
  for (let sheet = 0; sheet < sheetStation.length; sheet++) {
    const station = sheetStation[sheet]!;
    if (station < 0 || station >= parent.length)
      throw new RangeError(`sheet ${sheet} reports area ${station}`);
    if (reported[station] === 1) throw new Error(`station ${station} has two sheets that count`);
    reported[station] = 1;
    for (let c = 0; c < width; c++) fold.votes[station * width + c] = columns.votes[sheet * width + c]!;
    fold.rejected[station] = columns.rejected[sheet]!;
    fold.cast[station] = columns.cast[sheet]!;
    fold.registered[station] = columns.registered[sheet]!;
    fold.stations[station] = 1;
  }
};
