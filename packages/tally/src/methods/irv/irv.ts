// San Francisco Charter § 13.102 (instant-runoff voting), with the marking rules that jurisdictions choose among.
import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { defineMethod } from '../define-method.ts';
import { settle } from '../story.ts';
import { countIrv } from './count-irv.ts';
import type { Decision } from './decide-round.ts';
import { irvOptions } from './irv-options.ts';

/** The choice with fewest votes is excluded and its ballots move on, until somebody has a majority. Rules: SPEC.md. */
export const irv = defineMethod({
  name: 'irv',
  title: 'Instant-runoff voting',
  source: 'San Francisco Charter § 13.102',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'votes',
  options: irvOptions,
  count(task) {
    const { rounds, decided, ranking } = countIrv(task);
    return ok({ rounds, outcome: settle(electedBy(decided), { seats: 1, ranking }) });
  },
});

/** Whom the decision that ended a count elects. */
export const electedBy = (decided: Result<Decision, OpenTie>): Result<readonly number[], OpenTie> => {
  if (!decided.ok) return decided;
  return ok(decided.value.kind === 'elect' ? decided.value.choices : []);
};
