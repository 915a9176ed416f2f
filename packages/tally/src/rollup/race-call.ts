import { cut } from './cut.ts';
import { type Ranking, rank } from './rank.ts';

/** What may be said about a race now. Choices are places of the ballot. */
export type RaceCall =
  | { readonly state: 'none' }
  | { readonly state: 'leading'; readonly choice: number }
  | { readonly state: 'tied'; readonly choices: number[]; readonly final: boolean }
  | { readonly state: 'won'; readonly choice: number; readonly by: 'certain' | 'complete' | 'called' }
  | {
      readonly state: 'runoff';
      readonly by: 'certain' | 'complete';
      /** Who is through, most votes first. */
      readonly choices: number[];
      /** Equal votes at the cut: who of these is through is for the law to say. */
      readonly tie: { readonly choices: number[]; readonly places: number } | null;
    };

export interface Race {
  readonly votes: readonly number[];
  readonly standing?: readonly boolean[] | undefined;
  /** `plurality`: most votes win. `majority`: more than half of the valid votes win, else the top two run again. */
  readonly rule: 'plurality' | 'majority';
  /**
   * The most votes that can still come: the register of every station that does not count yet, held ones included,
   * and everybody who may vote off the register. Certainty is only as good as this number.
   */
  readonly outstanding: number;
  /** Every station counts; `outstanding` is then taken as 0. */
  readonly complete: boolean;
  /** The choice an authorised person has declared elected; it overrides arithmetic. */
  readonly called?: number | undefined;
}

/** Won means mathematically certain, complete, or called by an authorised person: never an estimate. */
export const raceCall = (race: Race): RaceCall => {
  if (race.called !== undefined) return { state: 'won', choice: race.called, by: 'called' };
  const ranking = rank(race.votes, race);
  const [leader] = ranking.leaders;
  if (leader === undefined) return { state: 'none' };
  const outstanding = race.complete ? 0 : race.outstanding;
  const by = race.complete ? 'complete' : 'certain';
  if (hasWon(race, ranking, outstanding)) return { state: 'won', choice: leader, by };
  if (race.rule === 'majority' && needsRunoff(race, ranking, outstanding)) {
    const { through, tie } = cut(race.votes, ranking.order, 2);
    return { state: 'runoff', by, choices: through, tie };
  }
  if (ranking.tied) return { state: 'tied', choices: ranking.leaders, final: race.complete };
  return { state: 'leading', choice: leader };
};

/** Whether the leader wins even if every outstanding vote goes to whoever hurts him most. */
const hasWon = ({ votes, rule, complete }: Race, ranking: Ranking, outstanding: number): boolean => {
  if (ranking.tied) return false;
  if (rule === 'plurality') return complete || ranking.margin.votes > outstanding;
  return 2 * votes[ranking.order[0]!]! > ranking.valid + outstanding;
};

/** Whether nobody can reach more than half any more, and the two who go on can no longer change. */
const needsRunoff = ({ votes, complete }: Race, { order, valid }: Ranking, outstanding: number): boolean => {
  if (complete) return true;
  const [first, second, third] = order;
  if (first === undefined || second === undefined) return false;
  if (2 * (votes[first]! + outstanding) > valid + outstanding) return false;
  return third === undefined || votes[second]! - votes[third]! > outstanding;
};
