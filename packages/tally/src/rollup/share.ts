/** part / whole as a fraction from 0 to 1, unrounded; 0 when the whole is 0. For what people read use `percent`. */
export const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** Ballots cast per person registered; above 1 when the sheets say so. */
export const turnout = ({
  cast,
  registered,
}: {
  readonly cast: number;
  readonly registered: number;
}): number => share(cast, registered);
