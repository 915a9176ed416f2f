// Thiele, Om Flerfoldsvalg (1895): seats one after the other, of all ballots, or of those that have elected nobody yet.
import { ok } from '@comitium/basics';
import { rational, zero } from '../../exact/rational.ts';
import { approvalOptions } from '../approval/approval-options.ts';
import { electInTurn } from '../approval/elect-in-turn.ts';
import { readApprovals } from '../approval/read-approvals.ts';
import { defineMethod } from '../define-method.ts';

/** A seat a round for whoever is approved most, in each by the ballots that count then. Rules: SPEC.md. */
export const approvalRounds = defineMethod({
  name: 'approval-rounds',
  title: 'Approval voting in rounds',
  source: 'Thiele, Om Flerfoldsvalg (1895), the weak and the strong rule',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'approvals',
  options: {
    ...approvalOptions,
    counted: {
      kind: 'one-of',
      values: ['unrepresented', 'all'],
      default: 'unrepresented',
      about: 'Which ballots count in a round: those that approve of nobody elected so far, or all.',
    },
  },
  count(task) {
    const approvals = readApprovals(task.ballots, task.options);
    const one = rational(1);
    const all = task.options.counted === 'all';
    return ok(electInTurn(task, approvals, (elected) => (all || elected === 0 ? one : zero)));
  },
});
