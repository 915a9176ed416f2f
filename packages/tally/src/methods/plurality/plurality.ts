// Representation of the People Act 1983 (United Kingdom), schedule 1, rule 50: the most votes win.
import { ok, type Result } from '@comitium/basics';
import { readPreferences } from '../../ballots/preferences.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountAction } from '../count-action.ts';
import { defineMethod } from '../define-method.ts';
import { firstPreferences } from '../first-preferences.ts';
import { markingOptions } from '../marking-options.ts';
import { classesOf, pick } from '../pick.ts';
import { leftoversOf, settle, standingsOf, votesByChoice } from '../story.ts';

/** One vote each, and the most votes win. Rules: SPEC.md. */
export const plurality = defineMethod({
  name: 'plurality',
  title: 'Plurality (first past the post)',
  source: 'Representation of the People Act 1983 (United Kingdom), schedule 1, rule 50',
  forms: ['choose', 'rank', 'score'],
  seats: 'one',
  measure: 'votes',
  options: markingOptions,
  count({ ballots, seats, options, ties, standing, votes, onRound }) {
    const { counts, leftovers } = firstPreferences(ballots, readPreferences(ballots, options));
    const compare = (a: number, b: number): number => counts[a]! - counts[b]!;
    const able = standing.filter((choice) => counts[choice]! > 0);
    const question = { round: 1, purpose: 'elect', want: 'most', places: seats } as const;
    const elected = pick(ties, { candidates: able, compare, ...question });
    onRound(1);
    const round = {
      number: 1,
      contest: 1,
      votes: votesByChoice(ballots.choices, counts, votes),
      standing: standingsOf(ballots.choices, { elected: elected.ok ? elected.value : [] }),
      leftovers: leftoversOf(leftovers, votes),
      thresholds: [],
      actions: [actionOf(elected)],
      transfers: [],
    };
    const ranking = classesOf(standing, compare);
    return ok({ rounds: [round], outcome: settle(elected, { seats, ranking }) });
  },
});

const actionOf = (elected: Result<readonly number[], OpenTie>): CountAction => {
  if (!elected.ok) return { kind: 'stop', reason: 'lot-needed' };
  if (elected.value.length === 0) return { kind: 'stop', reason: 'no-votes' };
  return { kind: 'elect', choices: elected.value, reason: 'most-votes' };
};
