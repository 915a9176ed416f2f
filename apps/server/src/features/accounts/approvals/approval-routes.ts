import { err, isUuid, ok, type Result } from '@comitium/basics';
import {
  Approval,
  ApproveBody,
  Page,
  type PageOf,
  PageQuery,
  type Problem,
  problem,
  RefuseBody,
} from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../../platform/access/access-rule.ts';
import { originOf } from '../../../platform/access/origin.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { type ApprovalFilter, listApprovals, toApprovalAnswers } from './approval-queries.ts';
import { decideApproval } from './decide-approval.ts';

const ApprovalParams = Type.Object({ approval: Type.String({ maxLength: 64 }) });
const ApprovalsQuery = Type.Object({
  ...PageQuery.properties,
  state: Type.Optional(Type.Enum(['waiting', 'approved', 'refused', 'withdrawn'])),
});

export const approvalRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/approvals',
    summary: 'What waits for a second platform administrator, and what was decided; the newest first.',
    access: requires('platform.operate', 'platform'),
    query: ApprovalsQuery,
    answer: Page(Approval),
    handler: ({ query: { limit = 20, cursor, state } }) => pageOfApprovals(tools, { limit, cursor, state }),
  }),
  route({
    method: 'POST',
    path: '/approvals/:approval/approve',
    summary: 'Approve what another administrator asked for: the invitation is sent.',
    access: requires('platform.operate', 'platform'),
    params: ApprovalParams,
    body: ApproveBody,
    handler: (call) =>
      decideApproval(tools, {
        ...originOf(call),
        reason: call.body.reason ?? null,
        approvalId: call.params.approval,
        decision: 'approved',
      }),
  }),
  route({
    method: 'POST',
    path: '/approvals/:approval/refuse',
    summary: 'Refuse what another administrator asked for, with a reason.',
    access: requires('platform.operate', 'platform'),
    params: ApprovalParams,
    body: RefuseBody,
    handler: (call) =>
      decideApproval(tools, {
        ...originOf(call),
        reason: call.body.reason,
        approvalId: call.params.approval,
        decision: 'refused',
      }),
  }),
];

interface Wish extends Pick<ApprovalFilter, 'state'> {
  readonly limit: number;
  readonly cursor: string | undefined;
}

const pageOfApprovals = async (
  tools: AccountsTools,
  { limit, cursor, state }: Wish,
): Promise<Result<PageOf<Approval>, Problem>> => {
  if (cursor !== undefined && !isUuid(cursor)) {
    return err(problem('cursor_invalid', 'Use the nextCursor of the page before.'));
  }
  const filter = { state, after: cursor, limit: limit + 1 };
  const rows = await listApprovals(tools.platform.db.kysely, filter);
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return ok({ items: await toApprovalAnswers(tools, page), nextCursor });
};
