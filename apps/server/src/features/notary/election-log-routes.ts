// What makes the public log meaningful: the plan of an election, the sheets its totals count, receipts of a station.
import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, StationReceipts } from '@comitium/contract';
import { Type } from 'typebox';
import { publicAccess } from '../../platform/access/access-rule.ts';
import type { Caller } from '../../platform/access/allows.ts';
import { inTransaction } from '../../platform/database/index.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import { type ElectionBook, type ElectionFacts, isPublic } from '../elections/index.ts';
import { type LoggedSheet, listCountedSheets, mayReadStation } from '../results/index.ts';
import { forSeconds, sendLogFile } from './log-files.ts';
import { readLogSize } from './log-queries.ts';
import { type LogRouteParts, signedLog } from './log-routes.ts';
import { planOfElection } from './plan-of-election.ts';
import { listStationReceipts } from './station-receipts.ts';

export interface ElectionLogParts extends LogRouteParts {
  readonly elections: ElectionBook;
  now(): Date;
}

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });

export const electionLogRoutes = (parts: ElectionLogParts): Route[] => [
  planRoute(parts),
  sheetsRoute(parts),
  receiptsRoute(parts),
];

const publicElection = async (
  { elections }: ElectionLogParts,
  reference: string,
): Promise<Result<ElectionFacts, Problem>> => {
  const election = await elections.find(reference);
  if (election !== null && isPublic(election)) return ok(election);
  return err(problem('election_not_found', `There is no election ${reference}.`));
};

const planRoute = (parts: ElectionLogParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/log/plan',
    summary:
      'By what the totals are added up, areas and ballots, as the text whose hash is in the public log.',
    access: publicAccess,
    params,
    ratePerMinute: 60,
    handler: async (call) => {
      const election = await publicElection(parts, call.params.election);
      if (!election.ok) return election;
      const content = planOfElection(election.value);
      await sendLogFile(call, { content, type: 'application/json; charset=utf-8', caching: forSeconds });
      return ok(answered);
    },
  });

/** Sheets that are put into words before others are served. */
const sheetsAtOnce = 500;

const sheetsRoute = (parts: ElectionLogParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/log/sheets',
    summary:
      'The sheets that a race’s public totals count, each with what opens its leaf in the public log; NDJSON, the first line says of what.',
    access: publicAccess,
    params,
    query: Type.Object({ race: Type.Optional(Type.String({ maxLength: 64 })) }),
    ratePerMinute: 30,
    handler: async ({ params: { election: reference }, query, reply }) => {
      const election = await publicElection(parts, reference);
      if (!election.ok) return election;
      const race = election.value.race(query.race);
      if (race === undefined) return err(problem('race_not_found', `There is no race ${query.race ?? ''}.`));
      // One snapshot: every leaf below `size` is about what these sheets already show.
      const { size, sheets } = await inTransaction(
        parts.db,
        async (tx) => ({
          size: await readLogSize(tx),
          sheets: await listCountedSheets(tx, election.value, race),
        }),
        { isolation: 'repeatable read', readOnly: true },
      );
      const { code, basis } = election.value;
      const about = { election: code, race: race.code, basis, size, sheets: sheets.length };
      reply.header('cache-control', 'public, s-maxage=1').header('access-control-allow-origin', '*');
      await reply
        .type('application/x-ndjson')
        .send(Readable.from(linesOf(about, sheets), { objectMode: false }));
      return ok(answered);
    },
  });

function* linesOf(about: object, sheets: readonly LoggedSheet[]): Generator<string> {
  yield `${JSON.stringify(about)}\n`;
  for (let from = 0; from < sheets.length; from += sheetsAtOnce) {
    const some = sheets.slice(from, from + sheetsAtOnce);
    yield some
      .map(
        (one) =>
          `${JSON.stringify([one.sheetId, one.revision, one.status, one.figures.salt, one.figures.text])}\n`,
      )
      .join('');
  }
}

const receiptsRoute = (parts: ElectionLogParts): Route =>
  route({
    method: 'GET',
    path: '/elections/:election/log/stations/:area',
    summary:
      'Everything the public log holds about a polling station, each leaf with its proof; figures and people open for whoever may know them.',
    access: publicAccess,
    params: Type.Object({ ...params.properties, area: Type.String({ maxLength: 64 }) }),
    answer: StationReceipts,
    ratePerMinute: 600,
    handler: async ({ params: { election: reference, area }, caller, reply }) => {
      const election = await publicElection(parts, reference);
      if (!election.ok) return election;
      const station = election.value.register.find(area);
      if (station === undefined || !election.value.register.isStation(station)) {
        return err(problem('station_not_found', `${election.value.name} has no polling station ${area}.`));
      }
      const signed = await signedLog(parts);
      if (!signed.ok) return signed;
      const stationId = election.value.register.ids[station] ?? '';
      const entitled = mayRead(parts, election.value, { stationId, caller });
      reply
        .header('cache-control', entitled ? 'private, no-store' : forSeconds)
        .header('vary', 'authorization, cookie');
      const code = election.value.register.codes[station] ?? '';
      const items = await listStationReceipts(parts.db, election.value, {
        stationId,
        entitled,
        checkpoint: signed.value,
      });
      return ok({
        station: code,
        size: signed.value.size,
        signedAt: signed.value.signed_at.toISOString(),
        items,
      });
    },
  });

const mayRead = (
  { now }: ElectionLogParts,
  election: ElectionFacts,
  { stationId, caller }: { stationId: string; caller: Caller },
): boolean => mayReadStation(election, stationId, { caller, now: now() });
