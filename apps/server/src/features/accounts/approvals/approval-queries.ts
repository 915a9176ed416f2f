import type { UserId } from '@comitium/basics';
import type { Approval } from '@comitium/contract';
import type { Kysely } from 'kysely';
import type { DatabaseSchema } from '../../../platform/database/schema.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import {
  type InvitationRow,
  listInvitations,
  toInvitationAnswers,
} from '../invitations/invitation-queries.ts';
import { namesOfPeople, somebody } from '../people/names-of-people.ts';
import './approval-tables.ts';

export interface ApprovalRow {
  readonly id: string;
  readonly invitationId: string;
  readonly requestedBy: UserId;
  readonly requestedAt: Date;
  readonly state: Approval['state'];
  readonly decidedBy: UserId | null;
  readonly decidedAt: Date | null;
  readonly decisionReason: string | null;
}

export interface ApprovalFilter {
  readonly id?: string;
  readonly state?: Approval['state'] | undefined;
  readonly after?: string | undefined;
  readonly limit?: number;
}

/** The newest first. */
export const listApprovals = (db: Kysely<DatabaseSchema>, filter: ApprovalFilter): Promise<ApprovalRow[]> => {
  let rows = db
    .selectFrom('approval')
    .select(['id', 'invitation_id as invitationId', 'state', 'decision_reason as decisionReason'])
    .select(['requested_by as requestedBy', 'requested_at as requestedAt'])
    .select(['decided_by as decidedBy', 'decided_at as decidedAt'])
    .orderBy('id', 'desc');
  if (filter.id !== undefined) rows = rows.where('id', '=', filter.id);
  if (filter.state !== undefined) rows = rows.where('state', '=', filter.state);
  if (filter.after !== undefined) rows = rows.where('id', '<', filter.after);
  if (filter.limit !== undefined) rows = rows.limit(filter.limit);
  return rows.execute();
};

export const toApprovalAnswers = async (
  tools: AccountsTools,
  rows: readonly ApprovalRow[],
): Promise<Approval[]> => {
  const { kysely } = tools.platform.db;
  const names = await namesOfPeople(
    kysely,
    rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy]),
  );
  const answers: Approval[] = [];
  for (const row of rows) {
    const [invitation] = await toInvitationAnswers(tools, await invitationOf(kysely, row));
    if (invitation === undefined) throw new Error(`approval ${row.id} has no invitation`);
    answers.push({
      id: row.id,
      state: row.state,
      invitation,
      requestedBy: somebody(names, row.requestedBy),
      requestedAt: row.requestedAt.toISOString(),
      decidedBy: somebody(names, row.decidedBy),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decisionReason: row.decisionReason,
    });
  }
  return answers;
};

const invitationOf = (db: Kysely<DatabaseSchema>, row: ApprovalRow): Promise<InvitationRow[]> =>
  listInvitations(db, { id: row.invitationId });
