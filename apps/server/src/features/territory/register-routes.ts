import { err, ok, type Result } from '@comitium/basics';
import { type FieldError, type ImportReport, Page, PageQuery, problem, Register } from '@comitium/contract';
import { Type } from 'typebox';
import { publicAccess, requires } from '../../platform/access/access-rule.ts';
import { originOf } from '../../platform/access/origin.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import { deleteRegister } from './delete-register.ts';
import { checkImport, importRegister } from './import-register.ts';
import { pageOf } from './page-of.ts';
import { readRegisterRequest } from './read-register-request.ts';
import { refusedImport } from './refused-import.ts';
import { findRegister, listRegisters } from './register-queries.ts';
import type { RegisterSource } from './register-row.ts';
import { requireRegister, type TerritoryTools } from './territory-tools.ts';

export const RegisterParams = Type.Object({ register: Type.String({ maxLength: 64 }) });
const ImportQuery = Type.Object({
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  code: Type.Optional(Type.String({ maxLength: 64 })),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  levels: Type.Optional(Type.String({ maxLength: 1000 })),
  simulated: Type.Optional(Type.Boolean()),
  encoding: Type.Optional(Type.String({ maxLength: 40 })),
});

export const registerRoutes = (tools: TerritoryTools): Route[] => [
  route({
    method: 'GET',
    path: '/registers',
    summary: 'The territory registers, the newest first.',
    access: publicAccess,
    query: PageQuery,
    answer: Page(Register),
    handler: async ({ query }) => pageOf(await listRegisters(tools.platform.db), query, ({ id }) => id),
  }),
  importRoute(tools),
  route({
    method: 'GET',
    path: '/registers/:register',
    summary: 'One territory register.',
    access: publicAccess,
    params: RegisterParams,
    answer: Register,
    handler: async ({ params }) => {
      const register = await requireRegister(tools, params.register);
      if (!register.ok) return register;
      const found = await findRegister(tools.platform.db, register.value.id);
      return found === null ? err(problem('register_not_found', 'It was deleted just now.')) : ok(found);
    },
  }),
  route({
    method: 'DELETE',
    path: '/registers/:register',
    summary: 'Delete a register that no election and no grant uses.',
    access: requires('territory.manage', 'platform'),
    params: RegisterParams,
    handler: async (call) => {
      const register = await requireRegister(tools, call.params.register);
      if (!register.ok) return register;
      const deleted = await deleteRegister(tools.platform, register.value, originOf(call));
      if (deleted.ok) tools.registers.forget(register.value.id);
      return deleted;
    },
  }),
];

const importRoute = (tools: TerritoryTools): Route =>
  route({
    method: 'POST',
    path: '/registers',
    summary: 'Import a register as JSON or CSV, as a whole or not at all; dryRun only reports.',
    access: requires('territory.manage', 'platform'),
    query: ImportQuery,
    answer: Register,
    status: 201,
    streamed: true,
    takes: ['application/json', 'text/csv'],
    bodyLimit: tools.platform.config.importLimit,
    handler: async (call) => {
      const { platform } = tools;
      const read = await readRegisterRequest(call.request, call.query, platform.config.importLimit);
      if (!read.ok) return read;
      const source = read.value;
      if (call.query.dryRun) {
        await call.reply.code(200).send(await reportOn(tools, source));
        return ok(answered);
      }
      if (!source.ok) return err(refusedImport(source.error));
      const imported = await importRegister(platform, source.value, originOf(call));
      if (!imported.ok) return imported;
      return ok(await findRegister(platform.db, imported.value.id));
    },
  });

/** What the import would say; a code that another register has is known before anything is sent. */
const reportOn = async (
  { platform }: TerritoryTools,
  source: Result<RegisterSource, readonly FieldError[]>,
): Promise<ImportReport> => {
  if (!source.ok) return { written: false, rows: 0, errors: [...source.error] };
  const report = checkImport(source.value);
  const { code } = source.value;
  if ((await listRegisters(platform.db)).every((register) => register.code !== code)) return report;
  const message = `There is a register ${code} already; a new edition needs a new code.`;
  return { ...report, errors: [{ path: '/code', code: 'code_taken', message }, ...report.errors] };
};
