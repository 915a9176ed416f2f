/** Totals of some stations in one contest, one basis. Votes are in ballot order; `stations` is how many are in. */
export interface Tally {
  readonly votes: readonly number[];
  readonly rejected: number;
  readonly cast: number;
  readonly registered: number;
  readonly stations: number;
}

export const emptyTally = (width: number): Tally => ({
  votes: new Array<number>(width).fill(0),
  rejected: 0,
  cast: 0,
  registered: 0,
  stations: 0,
});
