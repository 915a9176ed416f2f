import { err, isUuid, ok, type Result } from '@comitium/basics';
import {
  BoundaryImport,
  BoundaryImportSummary,
  errorCodes,
  Page,
  PageQuery,
  type Problem,
  problem,
} from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { findBoundaryImport, type ImportFacts, listLastBoundaryImports } from './boundary-import-queries.ts';
import { updateImportEnded } from './boundary-import-store.ts';
import type { BoundaryImports } from './boundary-imports.ts';
import { BoundaryQuery, LevelParams } from './boundary-routes.ts';
import { findLevel } from './find-level.ts';
import { pageOf } from './page-of.ts';
import { readShapesBody } from './read-body.ts';
import { requireRegister, type TerritoryTools } from './territory-tools.ts';

const ImportParams = Type.Object({ import: Type.String({ maxLength: 64 }) });
const manages = requires('territory.manage', 'platform');

export const boundaryImportRoutes = (tools: TerritoryTools, imports: BoundaryImports): Route[] => [
  startRoute(tools, imports),
  route({
    method: 'GET',
    path: '/boundary-imports',
    summary:
      'The last import of shapes of each level of each register, running or over, and a later check; kept for a day.',
    access: manages,
    query: PageQuery,
    answer: Page(BoundaryImportSummary),
    handler: async ({ query }) => {
      const { db, clock } = tools.platform;
      const last = await listLastBoundaryImports(db.kysely, clock.now());
      return pageOf(last.map(tellSummary), query, ({ id }) => id);
    },
  }),
  route({
    method: 'GET',
    path: '/boundary-imports/:import',
    summary: 'How far an import of shapes is, and at its end the report or the problem; kept for a day.',
    access: manages,
    params: ImportParams,
    answer: BoundaryImport,
    handler: ({ params }) => showImport(tools, params.import),
  }),
  route({
    method: 'DELETE',
    path: '/boundary-imports/:import',
    summary: 'Cancel an import of shapes that runs; nothing of it is written.',
    access: manages,
    params: ImportParams,
    handler: async ({ params }) => {
      const known = await showImport(tools, params.import);
      if (!known.ok) return known;
      const { db, clock } = tools.platform;
      const place = { id: known.value.id, now: clock.now() };
      const ended = await updateImportEnded(db.kysely, place, { state: 'cancelled' });
      return ended ? ok(undefined) : err(problem('wrong_state', 'This import is over.'));
    },
  }),
];

const startRoute = (tools: TerritoryTools, imports: BoundaryImports): Route =>
  route({
    method: 'POST',
    path: '/registers/:register/boundaries/:level/imports',
    summary:
      'Load the shapes of a level as above, answered as soon as the file is there: ask for the progress by the id.',
    access: manages,
    params: LevelParams,
    query: BoundaryQuery,
    answer: BoundaryImport,
    status: 202,
    streamed: true,
    takes: ['application/json', 'application/geo+json'],
    bodyLimit: tools.platform.config.importLimit,
    handler: async (call) => {
      const register = await requireRegister(tools, call.params.register);
      if (!register.ok) return register;
      const level = findLevel(register.value, call.params.level);
      if (level === undefined) return err(problem('not_found', `There is no level ${call.params.level}.`));
      const body = await readShapesBody(call.request, tools.platform.config.importLimit);
      if (!body.ok) return body;
      const wish = { ...call.query, register: register.value, level, body: body.value };
      const started = await imports.start(wish, originOf(call));
      return started.ok ? showImport(tools, started.value) : started;
    },
  });

const showImport = async (
  { platform: { db, clock } }: TerritoryTools,
  id: string,
): Promise<Result<BoundaryImport, Problem>> => {
  const row = isUuid(id) ? await findBoundaryImport(db.kysely, id, clock.now()) : null;
  if (row === null) return err(problem('not_found', `There is no import ${id}.`));
  const { report, errors } = row;
  const told = tellProblem(row);
  return ok({
    ...tellFacts(row),
    report: report && { ...report, errors },
    problem: told && { ...told, ...(errors.length > 0 && { errors }) },
  });
};

const tellSummary = (row: ImportFacts): BoundaryImportSummary => ({
  ...tellFacts(row),
  errors: row.error_count,
  problem: tellProblem(row),
});

const tellFacts = ({ id, code, levels, level, state, step, share, ...row }: ImportFacts) => ({
  ...{ id, state, step, share },
  register: code,
  level: levels[level] ?? '',
  dryRun: row.dry_run,
  startedAt: row.started_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** As an answer of HTTP would have told it. */
const tellProblem = ({ problem }: ImportFacts): BoundaryImportSummary['problem'] =>
  problem && { code: problem.code, title: errorCodes[problem.code].title, detail: problem.detail };
