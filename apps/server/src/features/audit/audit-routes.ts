import { Readable } from 'node:stream';
import { ok } from '@comitium/basics';
import {
  AcknowledgeBody,
  type AlertKind,
  AuditAlerts,
  AuditEntry,
  AuditEntryDetail,
  AuditExportBody,
  AuditQuery,
  Page,
} from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import { acknowledgeAlert } from './alerts/acknowledge-alert.ts';
import { listAlerts } from './alerts/alert-queries.ts';
import type { AuditTools } from './audit-tools.ts';
import { exportEntries } from './entries/export-entries.ts';
import { readEntries, readEntry } from './entries/read-entries.ts';

const mediaTypes = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

export const auditRoutes = (tools: AuditTools, isOn: (kind: AlertKind) => boolean): Route[] => [
  route({
    method: 'GET',
    path: '/audit/entries',
    summary: 'What was done and what was refused, newest first, as far as the caller may see it.',
    access: requires('audit.read', 'command'),
    query: AuditQuery,
    answer: Page(AuditEntry),
    handler: ({ caller, query }) => readEntries(tools, caller, query),
  }),
  route({
    method: 'GET',
    path: '/audit/entries/:entry',
    summary: 'One entry with what it changed.',
    access: requires('audit.read', 'command'),
    params: Type.Object({ entry: Type.String({ maxLength: 64 }) }),
    answer: AuditEntryDetail,
    handler: ({ caller, params }) => readEntry(tools, caller, params.entry),
  }),
  exportRoute(tools),
  route({
    method: 'GET',
    path: '/audit/alerts',
    summary: 'What looked wrong: open alerts first, and which detections look.',
    access: requires('audit.read', 'platform'),
    answer: AuditAlerts,
    handler: async () => ok(await listAlerts(tools.platform.db.kysely, isOn)),
  }),
  route({
    method: 'POST',
    path: '/audit/alerts/:alert/acknowledge',
    summary: 'Close an alert with a reason.',
    access: requires('audit.read', 'platform'),
    params: Type.Object({ alert: Type.String({ maxLength: 64 }) }),
    body: AcknowledgeBody,
    handler: (call) =>
      acknowledgeAlert(tools, { ...originOf(call), alertId: call.params.alert, reason: call.body.reason }),
  }),
];

const exportRoute = (tools: AuditTools): Route =>
  route({
    method: 'POST',
    path: '/audit/exports',
    summary: 'The entries of a filter as one file; the export itself is told in the audit.',
    access: requires('audit.read', 'command'),
    body: AuditExportBody,
    ratePerMinute: 10,
    handler: async (call) => {
      const exported = await exportEntries(tools, originOf(call), call.body);
      if (!exported.ok) return exported;
      const name = `audit.${call.body.format}`;
      await call.reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .type(mediaTypes[call.body.format])
        .send(Readable.from(exported.value, { objectMode: false }));
      return ok(answered);
    },
  });
