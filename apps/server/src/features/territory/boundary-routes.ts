import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { err, ok, type Result } from '@comitium/basics';
import { ImportReport, type Problem, problem } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Static, Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import { findTopology } from './boundary-queries.ts';
import { findLevel } from './find-level.ts';
import { importBoundaries } from './import-boundaries.ts';
import { readShapesBody } from './read-body.ts';
import { RegisterParams } from './register-routes.ts';
import { requireRegister, type TerritoryTools } from './territory-tools.ts';

export const LevelParams = Type.Object({
  ...RegisterParams.properties,
  level: Type.String({ maxLength: 60 }),
});
const FileParams = Type.Object({ ...RegisterParams.properties, file: Type.String({ maxLength: 80 }) });
export const BoundaryQuery = Type.Object({
  key: Type.Optional(Type.String({ maxLength: 100 })),
  object: Type.Optional(Type.String({ maxLength: 100 })),
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  targetBytes: Type.Optional(Type.Integer({ minimum: 10_000, maximum: 20_000_000 })),
});
const fileName = /^(\d{1,2})\.([0-9a-f]{16})\.topo\.json$/;
const decompress = promisify(gunzip);

export const boundaryRoutes = (tools: TerritoryTools): Route[] => [
  importRoute(tools),
  route({
    method: 'GET',
    path: '//boundaries/:register/:file',
    summary: 'The shapes of one level as TopoJSON; they never change under their address.',
    access: publicAccess,
    params: FileParams,
    handler: async ({ params, request, reply }) => {
      const topology = await findFile(tools, params);
      if (!topology.ok) return topology;
      await sendTopology(request, reply, topology.value);
      return ok(answered);
    },
  }),
];

const importRoute = (tools: TerritoryTools): Route =>
  route({
    method: 'POST',
    path: '/registers/:register/boundaries/:level',
    summary:
      'Load the shapes of a level from GeoJSON or TopoJSON; `key` names the property with the area code; dryRun only reports.',
    access: requires('territory.manage', 'platform'),
    params: LevelParams,
    query: BoundaryQuery,
    answer: ImportReport,
    streamed: true,
    takes: ['application/json', 'application/geo+json'],
    bodyLimit: tools.platform.config.importLimit,
    handler: async (call) => {
      const { platform, boundaries } = tools;
      const register = await requireRegister(tools, call.params.register);
      if (!register.ok) return register;
      const level = findLevel(register.value, call.params.level);
      if (level === undefined) return err(problem('not_found', `There is no level ${call.params.level}.`));
      const body = await readShapesBody(call.request, platform.config.importLimit);
      if (!body.ok) return body;
      const wish = { ...call.query, register: register.value, level, body: body.value };
      const report = await importBoundaries(platform, wish, originOf(call));
      if (report.ok && report.value.written) boundaries.forget(register.value.id);
      return report;
    },
  });

const findFile = async (
  tools: TerritoryTools,
  { register: reference, file }: Static<typeof FileParams>,
): Promise<Result<Buffer, Problem>> => {
  const missing = err(problem('boundaries_not_found', 'There are no boundaries at this address.'));
  const [, level, hash] = fileName.exec(file) ?? [];
  if (level === undefined || hash === undefined) return missing;
  const register = await requireRegister(tools, reference);
  if (!register.ok) return register;
  const place = { registerId: register.value.id, level: Number(level), hash };
  const topology = await findTopology(tools.platform.db, place);
  return topology === null ? missing : ok(topology);
};

const sendTopology = async (
  request: FastifyRequest,
  reply: FastifyReply,
  topology: Buffer,
): Promise<void> => {
  const takesGzip = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  reply
    .type('application/json; charset=utf-8')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'accept-encoding');
  if (takesGzip) reply.header('content-encoding', 'gzip');
  await reply.send(takesGzip ? topology : await decompress(topology));
};
