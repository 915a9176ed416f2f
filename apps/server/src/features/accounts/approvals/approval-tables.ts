import type { UserId } from '@comitium/basics';

interface ApprovalTable {
  id: string;
  invitation_id: string;
  requested_by: UserId;
  requested_at: Date;
  state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
  decided_by: UserId | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

declare module '../../../platform/database/schema.ts' {
  interface DatabaseSchema {
    approval: ApprovalTable;
  }
}
