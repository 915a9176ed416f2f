// The results of a race as files for other programs.
import { ok, type Result } from '@comitium/basics';
import type { Problem } from '@comitium/contract';
import { Type } from 'typebox';
import { publicAccess } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { exportCsv, exportJson } from './export-results.ts';
import type { MapReaderParts } from './map-reader.ts';
import { findScopeOfAnySize, type MapScope } from './map-scope.ts';
import { publicElection } from './public-election.ts';
import { type PublishedFormat, publishResults } from './publish-results.ts';
import { readWhole } from './read-tallies.ts';
import type { ResultsContext } from './results-context.ts';
import { type CacheableBody, etagOf, jsonType, sendCacheable } from './send-cacheable.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });
const reference = Type.Optional(Type.String({ maxLength: 64 }));

interface ExportRouteParts {
  readonly context: ResultsContext;
  readonly reader: MapReaderParts;
}

export const exportRoutes = (parts: ExportRouteParts): Route[] => [
  exportRoute(parts, areasAs(parts, 'csv', 'text/csv; charset=utf-8')),
  exportRoute(parts, areasAs(parts, 'json', jsonType)),
  exportRoute(parts, publishedAs(parts, 'nist')),
  exportRoute(parts, publishedAs(parts, 'eml')),
];

interface ExportForm {
  /** As the path ends. */
  readonly format: string;
  readonly summary: string;
  readonly ratePerMinute: number;
  /** Of the file. */
  readonly extension: string;
  write(wanted: Wanted): Promise<Result<CacheableBody, Problem>> | Result<CacheableBody, Problem>;
}

/** What was asked for, and the totals of the whole as they stand. */
interface Wanted {
  readonly scope: MapScope;
  readonly whole: Awaited<ReturnType<typeof readWhole>>;
}

const exportRoute = ({ context, reader }: ExportRouteParts, form: ExportForm): Route =>
  route({
    method: 'GET',
    path: `/elections/:election/export.${form.format}`,
    summary: form.summary,
    access: publicAccess,
    params,
    query: Type.Object({ race: reference, level: reference }),
    ratePerMinute: form.ratePerMinute,
    handler: async (call) => {
      const election = await publicElection(context, call.params.election);
      const scope = election.ok ? findScopeOfAnySize(election.value, call.query) : election;
      if (!scope.ok) return scope;
      const { election: facts, place } = scope.value;
      const whole = await readWhole(reader.db, facts, place.race);
      const body = await form.write({ scope: scope.value, whole });
      if (!body.ok) return body;
      call.reply.header('content-disposition', `attachment; filename="${facts.code}.${form.extension}"`);
      return sendCacheable(call, { ...body.value, lastModified: whole?.updatedAt });
    },
  });

const areasAs = ({ reader }: ExportRouteParts, format: 'csv' | 'json', type: string): ExportForm => ({
  ...{ format, extension: format, ratePerMinute: 30 },
  summary: `Totals of every area of a race as ${format.toUpperCase()}, with their basis.`,
  write: ({ scope, whole }) => {
    const { election, place, childLevel } = scope;
    const content = [format, election.id, election.version, place.race.id, childLevel, whole ?? null];
    const text = (format === 'csv' ? exportCsv : exportJson)(reader.db, scope);
    return ok({ text, type, etag: etagOf(JSON.stringify(content)) });
  },
});

const published = {
  nist: { name: 'NIST SP 1500-100 (JSON)', type: jsonType, extension: 'nist.json' },
  eml: { name: 'EML 510 (XML)', type: 'application/xml; charset=utf-8', extension: 'eml.xml' },
} as const satisfies Record<PublishedFormat, { name: string; type: string; extension: string }>;

const publishedAs = ({ context, reader }: ExportRouteParts, format: PublishedFormat): ExportForm => ({
  ...{ format, extension: published[format].extension, ratePerMinute: 10 },
  summary: `Totals of a race as ${published[format].name}: its districts, and areas below down to \`level\`.`,
  write: async ({ scope, whole }) => {
    // The time of the figures and not of the request: the same results are the same file.
    const now = whole?.updatedAt === undefined ? context.platform.clock.now() : new Date(whole.updatedAt);
    const written = await publishResults(reader.db, scope, { format, now });
    if (!written.ok) return written;
    const text = typeof written.value === 'string' ? written.value : [...written.value].join('');
    return ok({ text, type: published[format].type });
  },
});
