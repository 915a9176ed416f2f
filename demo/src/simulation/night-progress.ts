/** What has come of the events so far; counts of events unless a unit is in the name. */
export interface NightProgress {
  /** Events that have their final answer. */
  readonly answered: number;
  readonly accepted: number;
  readonly held: number;
  readonly corrected: number;
  /** Answers of the past: repeated sheets, and everything that an earlier run had sent already. */
  readonly replayed: number;
  /** The station had a sheet by somebody else. */
  readonly conflicts: number;
  readonly refused: number;
  /** Attempts beside the first. */
  readonly retried: number;
  /** Time of the night that has been reached. */
  readonly nightMs: number;
  /** How late the newest event was sent, in real time: the server or the limits of this sender hold it back. */
  readonly lagMs: number;
  /** The first refusals, so that a page can say what is wrong. */
  readonly refusals: readonly Refusal[];
}

export interface Refusal {
  readonly key: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** Statuses that judge the message itself: the same one would be refused again, whoever sent it and whenever. */
const judging: readonly number[] = [400, 404, 413, 422];

export const isForGood = ({ status }: Refusal): boolean => judging.includes(status);

export type NightOutcome = 'accepted' | 'held' | 'corrected' | 'replayed' | 'conflicts' | Refusal;

const refusalsKept = 20;

/** Counts outcomes; `read` gives a copy that later counting leaves alone. */
export const createProgress = () => {
  const counts = { answered: 0, accepted: 0, held: 0, corrected: 0, replayed: 0, conflicts: 0, refused: 0 };
  const times = { retried: 0, nightMs: 0, lagMs: 0 };
  const refusals: Refusal[] = [];
  return {
    count: (outcome: NightOutcome): void => {
      counts.answered += 1;
      if (typeof outcome === 'string') counts[outcome] += 1;
      else {
        counts.refused += 1;
        if (refusals.length < refusalsKept) refusals.push(outcome);
      }
    },
    retried: (): void => {
      times.retried += 1;
    },
    reach: (nightMs: number, lagMs: number): void => {
      times.nightMs = nightMs;
      times.lagMs = lagMs;
    },
    read: (): NightProgress => ({ ...counts, ...times, refusals: [...refusals] }),
  };
};
