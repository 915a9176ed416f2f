/** A figure that is no count, as it was sent (S05 to S07). */
export interface BrokenFigure {
  readonly field: string;
  /** Of the choice; of other figures the field itself. */
  readonly name: string;
  /** A text is cut to `longestQuote` characters; null where neither a number nor a text was sent. */
  readonly value: number | string | null;
}

/**
 * What the sentence of a finding is made of, for whoever says it in another language. SPEC.md lists the names of every
 * rule; a name means the same in all of them.
 */
export interface FindingValues {
  // Ballots and people.
  readonly votes?: number;
  readonly valid?: number;
  readonly rejected?: number;
  /** Votes and rejected together. */
  readonly sum?: number;
  readonly cast?: number;
  readonly registered?: number;
  /** What the register says of the station. */
  readonly onRegister?: number;
  /** Cast above registered. */
  readonly excess?: number;
  /** The largest figure that a sheet may carry. */
  readonly largest?: number;
  /** Stations that are compared with, this one left out. */
  readonly stations?: number;
  // 0 to 1; swings are differences of shares, −1 to 1.
  readonly share?: number;
  readonly shareBefore?: number;
  readonly turnout?: number;
  readonly meanTurnout?: number;
  readonly swing?: number;
  readonly meanSwing?: number;
  // Times in RFC 3339, UTC.
  readonly capturedAt?: string;
  readonly pollsClosedAt?: string;
  readonly receivedAt?: string;
  /** The name of a choice of the ballot. */
  readonly choice?: string;
  /** The code of another station. */
  readonly station?: string;
  /** Names of choices, or keys as they were sent, in the order of the finding's fields. */
  readonly choices?: string[];
  /** In the order of the finding's fields. */
  readonly broken?: BrokenFigure[];
}

/** Enough of a text to find it on the form again. */
const longestQuote = 20;

export const brokenValue = (value: unknown): BrokenFigure['value'] => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'string' ? value.slice(0, longestQuote) : null;
};
