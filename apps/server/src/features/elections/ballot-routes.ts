import { err, ok, type Result } from '@comitium/basics';
import { type BallotImportBody, type FieldError, ImportReport, type Problem } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { joinErrors } from '../territory/index.ts';
import { changeOf } from './change-of.ts';
import { checkBallots } from './check-ballots.ts';
import type { ElectionFacts } from './election-facts.ts';
import { ElectionParams } from './election-routes.ts';
import { type ElectionsTools, requireElection } from './elections-tools.ts';
import { importBallots, refusedBallots } from './import-ballots.ts';
import { readBallotsRequest } from './read-ballots-request.ts';
import { electionHasResults } from './usage-queries.ts';

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
      const { body, formErrors, withLines } = read.value.value;
      if (call.query.dryRun || formErrors.length > 0) {
        const broken = withLines(checkBallots(body, election.value.register));
        const errors = joinErrors(formErrors, broken);
        if (!call.query.dryRun) return err(refusedBallots(errors));
        return reportOn(tools, { election: election.value, body, errors });
      }
      const imported = await importBallots(tools, changeOf(call), body);
      if (imported.ok || imported.error.errors === undefined) return imported;
      return err({ ...imported.error, errors: withLines(imported.error.errors) });
    },
  }),
];

const report = (rows: number, errors: readonly FieldError[]): Result<ImportReport, Problem> =>
  ok({ written: false, rows, errors: [...errors] });

interface CheckedBallots {
  readonly election: ElectionFacts;
  readonly body: BallotImportBody;
  readonly errors: readonly FieldError[];
}

/** What the import would say and what the file holds; that sheets depend on the old ballots is known before. */
const reportOn = async (
  { platform }: ElectionsTools,
  { election, body: { parties, races, contests }, errors }: CheckedBallots,
): Promise<Result<ImportReport, Problem>> => {
  const message = 'Result sheets depend on the ballots; they stay as they are.';
  const inUse = (await electionHasResults(platform.db.kysely, election.id))
    ? [{ path: '', code: 'in_use', message }]
    : [];
  const choices = contests.reduce((sum, contest) => sum + contest.choices.length, 0);
  const counts = { parties: parties.length, races: races.length, contests: contests.length, choices };
  return ok({
    written: false,
    rows: contests.length,
    errors: [...inUse, ...errors],
    summary: Object.entries(counts).map(([name, count]) => ({ name, count })),
  });
};
