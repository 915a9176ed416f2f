import { err, ok, type Result } from '@comitium/basics';
import { type FieldError, ImportReport, type Problem } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { changeOf } from './change-of.ts';
import { checkBallots } from './check-ballots.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { importBallots, refusedBallots } from './import-ballots.ts';
import { readBallotsRequest } from './read-ballots-request.ts';

const BallotQuery = Type.Object({
  dryRun: Type.Optional(Type.Boolean({ default: false })),
  encoding: Type.Optional(Type.String({ maxLength: 40 })),
});

export const ballotRoutes = (tools: ElectionsTools): Route[] => [
  route({
    method: 'PUT',
    path: '/elections/:election/ballots',
    summary: 'Replace all ballots at once, from JSON or flat CSV; dryRun only reports.',
    access: requires('elections.manage', 'election'),
    params: ElectionParams,
    query: BallotQuery,
    answer: ImportReport,
    streamed: true,
    takes: ['application/json', 'text/csv'],
    bodyLimit: tools.platform.config.importLimit,
    handler: async (call) => {
      const election = await requireElection(tools, call.params.election, call.caller);
      if (!election.ok) return election;
      const limits = { limitBytes: tools.platform.config.importLimit, encoding: call.query.encoding };
      const read = await readBallotsRequest(call.request, election.value, limits);
      if (!read.ok) return read;
      if (!read.value.ok) {
        const { error } = read.value;
        return call.query.dryRun ? report(0, error) : err(refusedBallots(error));
      }
      const { body, withLines } = read.value.value;
      if (call.query.dryRun) {
        return report(body.contests.length, withLines(checkBallots(body, election.value.register)));
      }
      const imported = await importBallots(tools, changeOf(call), body);
      if (imported.ok || imported.error.errors === undefined) return imported;
      return err({ ...imported.error, errors: withLines(imported.error.errors) });
    },
  }),
];

const report = (rows: number, errors: readonly FieldError[]): Result<ImportReport, Problem> =>
  ok({ written: false, rows, errors: [...errors] });
