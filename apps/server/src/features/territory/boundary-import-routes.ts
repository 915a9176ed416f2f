import { err, isUuid, ok, type Result } from '@comitium/basics';
import { BoundaryImport, type Problem, problem } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { findBoundaryImport, updateImportEnded } from './boundary-import-store.ts';
import type { BoundaryImports } from './boundary-imports.ts';
import { BoundaryQuery, LevelParams } from './boundary-routes.ts';
import { findLevel } from './find-level.ts';
import { readShapesBody } from './read-body.ts';
import { requireRegister, type TerritoryTools } from './territory-tools.ts';

const ImportParams = Type.Object({ import: Type.String({ maxLength: 64 }) });
const manages = requires('territory.manage', 'platform');

export const boundaryImportRoutes = (tools: TerritoryTools, imports: BoundaryImports): Route[] => [
  startRoute(tools, imports),
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
      const { db } = tools.platform;
      const ended = await updateImportEnded(db.kysely, known.value.id, { state: 'cancelled' });
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
  { platform, registers }: TerritoryTools,
  id: string,
): Promise<Result<BoundaryImport, Problem>> => {
  const none = err(problem('not_found', `There is no import ${id}.`));
  if (!isUuid(id)) return none;
  const row = await findBoundaryImport(platform.db.kysely, id, platform.clock.now());
  const register = row === undefined ? null : await registers.find(row.register_id);
  if (row === undefined || register === null) return none;
  const { state, step, share, report } = row;
  return ok({
    ...{ id, state, step, share, report },
    register: register.code,
    level: register.levels[row.level] ?? '',
    startedAt: row.started_at.toISOString(),
    problem: row.problem === null ? null : tellProblem(row.problem),
  });
};

const tellProblem = ({ code, detail, errors }: Problem): NonNullable<BoundaryImport['problem']> => ({
  ...{ code, detail },
  ...(errors !== undefined && { errors: [...errors] }),
});
