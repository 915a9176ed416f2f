export { auditEvents } from './audit-events.ts';
export { type Audit, createAudit } from './create-audit.ts';
