import { err, ok } from '@comitium/basics';
import { Page, PageQuery, problem, ReasonBody, SheetConflict } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { findConflict, listConflicts } from './conflict-queries.ts';
import { mayReadStation, readableStations } from './reading-right.ts';
import type { ResultsContext } from './results-context.ts';
import { settleConflict } from './settle-conflict.ts';
import { electionOf, personOf } from './sheet-routes.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });

const conflictParams = Type.Object({ ...params.properties, conflict: Type.String({ format: 'uuid' }) });

/** Refused second sheets, for the desk to compare and settle. */
export const conflictRoutes = (context: ResultsContext): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/results/conflicts',
    summary: 'Sheets that were refused because their station had a live one, the newest first.',
    access: requires('sheets.review', 'election'),
    params,
    query: Type.Object({ ...PageQuery.properties, q: Type.Optional(Type.String({ maxLength: 100 })) }),
    answer: Page(SheetConflict),
    handler: async ({ params: { election: code }, query, caller }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const within = readableStations(election.value, caller, context.platform.clock.now());
      return listConflicts(context.platform.db, election.value, { ...query, within });
    },
  }),
  route({
    method: 'GET',
    path: '/elections/:election/results/conflicts/:conflict',
    summary: 'One open conflict.',
    access: requires('sheets.review', 'election'),
    params: conflictParams,
    answer: SheetConflict,
    handler: async ({ params: { election: code, conflict: id }, caller }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const conflict = await findConflict(context.platform.db, election.value, id);
      const reader = { caller, now: context.platform.clock.now() };
      if (conflict === null || !mayReadStation(election.value, conflict.station.id, reader))
        return err(problem('conflict_not_found', `There is no open conflict ${id}.`));
      return ok(conflict);
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/results/conflicts/:conflict/settle',
    summary:
      'Settles a conflict, with a reason; correct the live sheet first where the other figures are right.',
    access: requires('sheets.review', 'election'),
    params: conflictParams,
    body: ReasonBody,
    handler: async ({ params: { election: code, conflict }, body, caller, request }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const asked = {
        conflictId: conflict,
        reason: body.reason,
        caller: personOf(caller),
        requestId: request.id,
      };
      return settleConflict(context, election.value, asked);
    },
  }),
];
