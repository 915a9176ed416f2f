// Brams and Fishburn, Approval Voting (American Political Science Review, 1978): the most approved are elected.
import { ok } from '@comitium/basics';
import { decideAtOnce } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { votesByChoice } from '../story.ts';
import { approvalOptions } from './approval-options.ts';
import { readApprovals, sumApprovals } from './read-approvals.ts';

/** Every voter approves of as many as wished, and the most approvals win. Rules: SPEC.md. */
export const approval = defineMethod({
  name: 'approval',
  title: 'Approval voting',
  source: 'Brams and Fishburn, American Political Science Review 72 (1978)',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'approvals',
  options: approvalOptions,
  count(task) {
    const { ballots, options, standing, votes } = task;
    const units = sumApprovals(ballots.choices.length, readApprovals(ballots, options));
    return ok(
      decideAtOnce(task, {
        votes: votesByChoice(ballots.choices, units, votes),
        compare: (a, b) => units[a]! - units[b]!,
        able: standing.filter((choice) => units[choice]! > 0),
        reason: 'most-approvals',
      }),
    );
  },
});
