import { childrenFirst } from './children-first.ts';

/** Totals of every area; whole numbers held as doubles, exact to 2⁵³. Votes row by row as in `SheetColumns`. */
export interface Fold {
  readonly width: number;
  readonly votes: Float64Array;
  readonly rejected: Float64Array;
  readonly cast: Float64Array;
  readonly registered: Float64Array;
  readonly stations: Float64Array;
}

export const emptyFold = (areas: number, width: number): Fold => ({
  width,
  votes: new Float64Array(areas * width),
  rejected: new Float64Array(areas),
  cast: new Float64Array(areas),
  registered: new Float64Array(areas),
  stations: new Float64Array(areas),
});

/**
 * Adds each area to its parent once, children first: O(areas × width), whatever the number of levels. `parent` is as in
 * `SheetColumns`; before, the fold holds of each area what is its own. Throws Error on a cycle of areas.
 */
export const rollUp = (fold: Fold, parent: Int32Array): void => {
  const order = childrenFirst(parent);
  for (let i = 0; i < order.length; i++) {
    const area = order[i]!;
    const above = parent[area]!;
    if (above >= 0) addToParent(fold, area, above);
  }
};

const addToParent = (fold: Fold, area: number, above: number): void => {
  // Areas where nothing has reported are most of them early in the night.
  if (fold.stations[area] === 0) return;
  const { width, votes } = fold;
  const from = area * width;
  const to = above * width;
  for (let c = 0; c < width; c++) votes[to + c]! += votes[from + c]!;
  fold.rejected[above]! += fold.rejected[area]!;
  fold.cast[above]! += fold.cast[area]!;
  fold.registered[above]! += fold.registered[area]!;
  fold.stations[above]! += fold.stations[area]!;
};
