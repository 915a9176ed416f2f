import { err, ok, type Result } from '@comitium/basics';
import {
  CorrectSheetBody,
  OptionalReasonBody,
  Page,
  PageQuery,
  type Problem,
  problem,
  ReasonBody,
  Sheet,
  SheetBody,
  SheetDetail,
  SheetReceipt,
  sheetStatuses,
} from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import type { Caller, PersonCaller } from '../../platform/access/allows.ts';
import { readIdempotencyKey } from '../../platform/http/idempotency.ts';
import { type Route, route } from '../../platform/http/route.ts';
import type { ElectionFacts } from '../elections/index.ts';
import { correctSheet } from './correct-sheet.ts';
import { moveSheet } from './move-sheet.ts';
import { mayReadStation, readableStations } from './reading-right.ts';
import type { ResultsContext } from './results-context.ts';
import type { SheetTransition } from './sheet.ts';
import { findSheetDetail, listSheets } from './sheet-queries.ts';
import { readSheetKey, submitSheet } from './submit-sheet.ts';

const electionParams = Type.Object({ election: Type.String({ maxLength: 64 }) });
const sheetParams = Type.Object({
  election: Type.String({ maxLength: 64 }),
  sheet: Type.String({ format: 'uuid' }),
});

const SheetsQuery = Type.Object({
  ...PageQuery.properties,
  area: Type.Optional(Type.String({ maxLength: 64 })),
  contest: Type.Optional(Type.String({ maxLength: 64 })),
  race: Type.Optional(Type.String({ maxLength: 64 })),
  status: Type.Optional(Type.Enum([...sheetStatuses])),
  source: Type.Optional(Type.String({ maxLength: 40 })),
  since: Type.Optional(Type.String({ format: 'date-time' })),
  flagged: Type.Optional(Type.Boolean()),
  q: Type.Optional(Type.String({ maxLength: 100 })),
});

/** The election of the path, or why there is none. */
export const electionOf = async (
  { elections }: Pick<ResultsContext, 'elections'>,
  reference: string,
): Promise<Result<ElectionFacts, Problem>> => {
  const election = await elections.find(reference);
  return election === null
    ? err(problem('election_not_found', `There is no election ${reference}.`))
    : ok(election);
};

/** Routes with a permission rule are only entered by people; this tells the type checker. */
export const personOf = (caller: Caller): PersonCaller => {
  if (caller.kind !== 'person') throw new Error('a route for signed-in people was entered by somebody else');
  return caller;
};

const transitionRoute = (context: ResultsContext, by: Exclude<SheetTransition, 'correct'>): Route =>
  route({
    method: 'POST',
    path: `/elections/:election/results/sheets/:sheet/${by}`,
    summary: `Moves a sheet on: ${by}.`,
    access: requires(by === 'certify' || by === 'uncertify' ? 'sheets.certify' : 'sheets.read', 'election'),
    params: sheetParams,
    body: by === 'reject' || by === 'release' || by === 'uncertify' ? ReasonBody : OptionalReasonBody,
    answer: Sheet,
    handler: async ({ params, body, caller, request }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      return moveSheet(context, election.value, {
        caller: personOf(caller),
        sheetId: params.sheet,
        by,
        reason: (body as { reason?: string }).reason ?? null,
        expectedRevision: readRevision(request.headers['if-match']),
        requestId: request.id,
      });
    },
  });

const noRevision = 0;

/** `"3"` of an If-Match header; null where any will do. What names no revision matches none. */
export const readRevision = (header: string | undefined): number | null => {
  if (header === undefined || header.trim() === '*') return null;
  const found = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  return found === null ? noRevision : Number(found[1]);
};

export const sheetRoutes = (context: ResultsContext): Route[] => [
  submitRoute(context),
  correctRoute(context),
  listRoute(context),
  detailRoute(context),
  ...(['verify', 'release', 'reject', 'certify', 'uncertify'] as const).map((by) =>
    transitionRoute(context, by),
  ),
];

const submitRoute = (context: ResultsContext): Route =>
  route({
    method: 'POST',
    path: '/elections/:election/results/polling-station',
    summary: 'Sends a polling station’s result sheet; the answer comes after it is safe on disk.',
    access: requires('sheets.submit', 'election'),
    params: electionParams,
    body: SheetBody,
    answer: SheetReceipt,
    status: 201,
    ratePerMinute: 6000,
    handler: async ({ params, body, caller, request, reply }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      const given = readIdempotencyKey(request.headers['idempotency-key']);
      if (!given.ok) return given;
      const key = readSheetKey(given.value);
      if (!key.ok) return key;
      const answer = await submitSheet(context, election.value, {
        caller: personOf(caller),
        key: key.value,
        body,
        requestId: request.id,
      });
      if (!answer.ok) return answer;
      if (answer.value.replayed) reply.header('idempotent-replayed', 'true');
      return ok(answer.value.receipt);
    },
  });

const correctRoute = (context: ResultsContext): Route =>
  route({
    method: 'POST',
    path: '/elections/:election/results/sheets/:sheet/correct',
    summary: 'Replaces the figures of a sheet, with a reason; by its author while allowed, or the desk.',
    access: requires('sheets.submit', 'election'),
    params: sheetParams,
    body: CorrectSheetBody,
    answer: Sheet,
    handler: async ({ params, body, caller, request, reply }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      const key = readIdempotencyKey(request.headers['idempotency-key']);
      if (!key.ok) return key;
      const answer = await correctSheet(context, election.value, {
        caller: personOf(caller),
        sheetId: params.sheet,
        body,
        key: key.value ?? `correct:${request.id}`,
        expectedRevision: readRevision(request.headers['if-match']),
        requestId: request.id,
      });
      if (!answer.ok) return answer;
      if (answer.value.replayed) reply.header('idempotent-replayed', 'true');
      return ok(answer.value.sheet);
    },
  });

const listRoute = (context: ResultsContext): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/results/sheets',
    summary: 'Sheets, the newest change first.',
    access: requires('sheets.read', 'election'),
    params: electionParams,
    query: SheetsQuery,
    answer: Page(Sheet),
    handler: async ({ params, query, caller }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      const within = readableStations(election.value, caller, context.platform.clock.now());
      return listSheets(context.platform.db, election.value, { ...query, within });
    },
  });

const detailRoute = (context: ResultsContext): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/results/sheets/:sheet',
    summary: 'A sheet with all its revisions and what was done to it.',
    access: requires('sheets.read', 'election'),
    params: sheetParams,
    answer: SheetDetail,
    handler: async ({ params, caller, reply }) => {
      const election = await electionOf(context, params.election);
      if (!election.ok) return election;
      const detail = await findSheetDetail(context.platform.db, election.value, params.sheet);
      const reader = { caller, now: context.platform.clock.now() };
      if (detail === null || !mayReadStation(election.value, detail.sheet.station.id, reader))
        return err(problem('sheet_not_found', `There is no sheet ${params.sheet}.`));
      reply.header('etag', `"${detail.sheet.revision}"`);
      return ok(detail);
    },
  });
