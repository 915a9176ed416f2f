// Thiele, Om Flerfoldsvalg (1895): each seat to the most approvals, a ballot worth 1, 1/2, 1/3 … as it elects.
import { ok } from '@comitium/basics';
import { rational } from '../../exact/rational.ts';
import { approvalOptions } from '../approval/approval-options.ts';
import { electInTurn } from '../approval/elect-in-turn.ts';
import { readApprovals } from '../approval/read-approvals.ts';
import { defineMethod } from '../define-method.ts';

/** Seats one by one to the most approvals, each ballot weighing less the more it has elected. Rules: SPEC.md. */
export const sequentialProportionalApproval = defineMethod({
  name: 'sequential-proportional-approval',
  title: 'Sequential proportional approval voting',
  source: 'Thiele, Om Flerfoldsvalg (1895); Sweden, Vallag 1909',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'approvals',
  options: {
    ...approvalOptions,
    divisors: {
      kind: 'one-of',
      values: ['d-hondt', 'sainte-lague'],
      default: 'd-hondt',
      about: 'What a ballot weighs that has elected 0, 1, 2 …: 1, 1/2, 1/3 …, or 1, 1/3, 1/5 ….',
    },
  },
  count(task) {
    const approvals = readApprovals(task.ballots, task.options);
    const step = task.options.divisors === 'd-hondt' ? 1 : 2;
    return ok(electInTurn(task, approvals, (elected) => rational(1, 1 + step * elected)));
  },
});
