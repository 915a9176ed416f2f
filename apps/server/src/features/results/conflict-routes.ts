import { Page, PageQuery, ReasonBody, SheetConflict } from '@comitium/contract';
import { Type } from 'typebox';
import { requires } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { listConflicts } from './conflict-queries.ts';
import { readableStations } from './reading-right.ts';
import type { ResultsContext } from './results-context.ts';
import { settleConflict } from './settle-conflict.ts';
import { electionOf, personOf } from './sheet-routes.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });

/** Refused second sheets, for the desk to compare and settle. */
export const conflictRoutes = (context: ResultsContext): Route[] => [
  route({
    method: 'GET',
    path: '/elections/:election/results/conflicts',
    summary: 'Sheets that were refused because their station had a live one, the newest first.',
    access: requires('sheets.review', 'election'),
    params,
    query: PageQuery,
    answer: Page(SheetConflict),
    handler: async ({ params: { election: code }, query, caller }) => {
      const election = await electionOf(context, code);
      if (!election.ok) return election;
      const within = readableStations(election.value, caller, context.platform.clock.now());
      return listConflicts(context.platform.db, election.value, { ...query, within });
    },
  }),
  route({
    method: 'POST',
    path: '/elections/:election/results/conflicts/:conflict/settle',
    summary:
      'Settles a conflict, with a reason; correct the live sheet first where the other figures are right.',
    access: requires('sheets.review', 'election'),
    params: Type.Object({ ...params.properties, conflict: Type.String({ format: 'uuid' }) }),
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
