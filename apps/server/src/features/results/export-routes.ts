// The results of a race as files for other programs.
import { Type } from 'typebox';
import { publicAccess } from '../../platform/access/access-rule.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { exportCsv, exportJson } from './export-results.ts';
import type { MapReaderParts } from './map-reader.ts';
import { findScopeOfAnySize } from './map-scope.ts';
import { publicElection } from './public-election.ts';
import { type PublishedFormat, publishResults } from './publish-results.ts';
import { readWhole } from './read-tallies.ts';
import type { ResultsContext } from './results-context.ts';
import { etagOf, jsonType, sendCacheable } from './send-cacheable.ts';

const params = Type.Object({ election: Type.String({ maxLength: 64 }) });
const reference = Type.Optional(Type.String({ maxLength: 64 }));

interface ExportRouteParts {
  readonly context: ResultsContext;
  readonly reader: MapReaderParts;
}

export const exportRoutes = (parts: ExportRouteParts): Route[] => [
  exportRoute(parts, 'csv'),
  exportRoute(parts, 'json'),
  publishRoute(parts, 'nist'),
  publishRoute(parts, 'eml'),
];

const exportRoute = ({ context, reader }: ExportRouteParts, format: 'csv' | 'json'): Route =>
  route({
    method: 'GET',
    path: `/elections/:election/export.${format}`,
    summary: `Totals of every area of a race as ${format.toUpperCase()}, with their basis.`,
    access: publicAccess,
    params,
    query: Type.Object({ race: reference, level: reference }),
    ratePerMinute: 30,
    handler: async (call) => {
      const election = await publicElection(context, call.params.election);
      const scope = election.ok ? findScopeOfAnySize(election.value, call.query) : election;
      if (!scope.ok) return scope;
      const { election: facts, place, childLevel } = scope.value;
      const whole = await readWhole(reader.db, facts, place.race);
      const content = [format, facts.id, facts.version, place.race.id, childLevel, whole ?? null];
      call.reply.header('content-disposition', `attachment; filename="${facts.code}.${format}"`);
      return sendCacheable(call, {
        text: (format === 'csv' ? exportCsv : exportJson)(reader.db, scope.value),
        type: format === 'csv' ? 'text/csv; charset=utf-8' : jsonType,
        etag: etagOf(JSON.stringify(content)),
        lastModified: whole?.updatedAt,
      });
    },
  });

const published = {
  nist: { name: 'NIST SP 1500-100 (JSON)', type: jsonType, extension: 'nist.json' },
  eml: { name: 'EML 510 (XML)', type: 'application/xml; charset=utf-8', extension: 'eml.xml' },
} as const satisfies Record<PublishedFormat, { name: string; type: string; extension: string }>;

const publishRoute = ({ context, reader }: ExportRouteParts, format: PublishedFormat): Route =>
  route({
    method: 'GET',
    path: `/elections/:election/export.${format}`,
    summary: `Totals of a race as ${published[format].name}: its districts, and areas below down to \`level\`.`,
    access: publicAccess,
    params,
    query: Type.Object({ race: reference, level: reference }),
    ratePerMinute: 10,
    handler: async (call) => {
      const election = await publicElection(context, call.params.election);
      const scope = election.ok ? findScopeOfAnySize(election.value, call.query) : election;
      if (!scope.ok) return scope;
      const { election: facts, place } = scope.value;
      const whole = await readWhole(reader.db, facts, place.race);
      // The time of the figures and not of the request: the same results are the same file.
      const now = whole?.updatedAt === undefined ? context.platform.clock.now() : new Date(whole.updatedAt);
      const text = await publishResults(reader.db, scope.value, { format, now });
      if (!text.ok) return text;
      const { type, extension } = published[format];
      call.reply.header('content-disposition', `attachment; filename="${facts.code}.${extension}"`);
      return sendCacheable(call, {
        text: typeof text.value === 'string' ? text.value : [...text.value].join(''),
        type,
        lastModified: whole?.updatedAt,
      });
    },
  });
