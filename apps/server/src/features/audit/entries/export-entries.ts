import { ok, type Result } from '@comitium/basics';
import type { AuditExportBody, Problem } from '@comitium/contract';
import { ledgerOrigin, type Origin } from '../../../platform/access/origin.ts';
import { inTransaction } from '../../../platform/database/index.ts';
import { csvField } from '../../../platform/http/csv-field.ts';
import { appendToLedger } from '../../../platform/ledger/index.ts';
import { narrowReach } from '../audit-reach.ts';
import type { AuditTools } from '../audit-tools.ts';
import type { EntryPosition, EntryWish } from './entry-filter.ts';
import { answerOf, type EntryRow, listEntries } from './entry-queries.ts';

const atOnce = 1000;

/** Pages of a wish, newest first; the list may grow meanwhile, at its other end. */
async function* pages({ platform }: AuditTools, wish: EntryWish): AsyncGenerator<EntryRow[]> {
  let before: EntryPosition | null = wish.before;
  for (;;) {
    const rows = await listEntries(platform.db.kysely, { ...wish, before }, atOnce);
    yield rows;
    const last = rows.at(-1);
    if (rows.length < atOnce || last === undefined) return;
    before = { at: last.exact_at, id: last.id };
  }
}

async function* asJson(tools: AuditTools, wish: EntryWish): AsyncGenerator<string> {
  let lead = '[';
  for await (const rows of pages(tools, wish)) {
    for (const row of rows) {
      yield `${lead}${JSON.stringify({ ...answerOf(row), content: row.content })}`;
      lead = ',\n';
    }
  }
  yield lead === '[' ? '[]' : ']';
}

const columns = [
  ...['at', 'kind', 'action', 'thing', 'person', 'name', 'on_behalf_of', 'device', 'request_id', 'reason'],
  ...['election', 'network', 'times', 'content'],
];

const line = (row: EntryRow): string => {
  const entry = answerOf(row);
  const { person, onBehalfOf, device, requestId, reason, electionId, network, times } = entry;
  const values = [
    ...[
      entry.at,
      entry.kind,
      entry.action,
      entry.thing,
      person?.id,
      person?.name,
      onBehalfOf,
      device,
      requestId,
    ],
    ...[reason, electionId, network, String(times), JSON.stringify(row.content)],
  ];
  return `${values.map((value) => csvField(value ?? '')).join(',')}\r\n`;
};

async function* asCsv(tools: AuditTools, wish: EntryWish): AsyncGenerator<string> {
  yield `${columns.join(',')}\r\n`;
  for await (const rows of pages(tools, wish)) yield rows.map(line).join('');
}

/** Takes the audit out of the house: who did so, what of it and why is told before the first byte leaves. */
export const exportEntries = async (
  tools: AuditTools,
  origin: Origin,
  { format, reason, ...filter }: AuditExportBody,
): Promise<Result<AsyncGenerator<string>, Problem>> => {
  const { platform, elections } = tools;
  const asked = { caller: origin.caller, reference: filter.election, now: platform.clock.now() };
  const reach = await narrowReach(elections, asked);
  if (!reach.ok) return reach;
  const only = reach.value === 'everything' ? [] : reach.value;
  const stream = only.length === 1 ? `election:${only[0]}:audit` : 'audit';
  await inTransaction(platform.db, (tx) =>
    appendToLedger(tx, [
      {
        stream,
        type: 'audit.exported',
        version: 1,
        payload: { format, filter: { ...filter } },
        ...ledgerOrigin({ ...origin, reason }),
      },
    ]),
  );
  const wish: EntryWish = { filter, reach: reach.value, before: null };
  return ok(format === 'csv' ? asCsv(tools, wish) : asJson(tools, wish));
};
