import { rank } from './rank.ts';

/** One of the two races of a place: votes in ballot order, and each choice's party (null: independent). */
export interface PartyRace {
  readonly votes: readonly number[];
  readonly parties: readonly (string | null)[];
}

export interface Split {
  /** `unknown` where a race has no single leader, and where both leaders are independents. */
  readonly state: 'same' | 'split' | 'unknown';
  /** Party of the single leader; null: independent; undefined: no single leader. */
  readonly first: string | null | undefined;
  readonly second: string | null | undefined;
}

/** Whether a place prefers different parties in two races, say for president and for parliament ("skirt and blouse"). */
export const split = (first: PartyRace, second: PartyRace): Split => {
  const parties = { first: leadingParty(first), second: leadingParty(second) };
  return { state: stateOf(parties.first, parties.second), ...parties };
};

const leadingParty = ({ votes, parties }: PartyRace): string | null | undefined => {
  const [leader, ...others] = rank(votes).leaders;
  if (leader === undefined || others.length > 0) return undefined;
  return parties[leader] ?? null;
};

const stateOf = (first: string | null | undefined, second: string | null | undefined): Split['state'] => {
  if (first === undefined || second === undefined) return 'unknown';
  if (first === second) return first === null ? 'unknown' : 'same';
  return 'split';
};
