import type { TieRule, TieRules } from '@comitium/tally/ties';

/** What the form of ties holds. */
export interface TieSetting {
  readonly look: 'nowhere' | 'latest' | 'first' | 'later';
  readonly otherwise: 'ask' | 'seed' | 'paper';
  readonly seed: string;
  /** Lots that were drawn when the count asked, best first. */
  readonly lots: readonly (readonly number[])[];
}

export const noTieSetting: TieSetting = { look: 'nowhere', otherwise: 'ask', seed: '', lots: [] };

/** The rules in the order in which they are tried. A seed that is empty draws nothing: the count asks. */
export const tieRulesOf = ({ look, otherwise, seed, lots }: TieSetting): TieRules => {
  const rules: TieRule[] = [];
  if (look === 'later') rules.push({ by: 'later-rounds' });
  else if (look !== 'nowhere') rules.push({ by: 'earlier-rounds', from: look });
  if (otherwise === 'seed' && seed !== '') rules.push({ by: 'random', seed, generator: 'counter' });
  if (otherwise === 'paper') rules.push({ by: 'ballot-order' });
  if (lots.length > 0) rules.push({ by: 'lot', lots });
  return rules;
};
