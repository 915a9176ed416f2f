// What a server publishes of a race: the export of all areas, and the map that people look at.

import { finding, VerifyStop } from './finding.ts';
import type { PublishedArea } from './fold-race.ts';
import { type LogSource, readJson, readText } from './log-source.ts';

export interface PublishedRace {
  readonly basis: string;
  readonly areas: readonly PublishedArea[];
  /** The whole as the map shows it. */
  readonly map: PublishedArea;
}

interface ExportAnswer {
  readonly basis: string;
  readonly areas: readonly {
    readonly area: string;
    readonly stationsReported: number;
    readonly cast: number;
    readonly rejected: number;
    readonly votes: Readonly<Record<string, number>>;
  }[];
}

interface MapAnswer {
  readonly scope: { readonly code: string };
  readonly completeness: { readonly stationsReported: number };
  readonly totals: { readonly cast: number; readonly rejected: number };
  readonly leaders: readonly { readonly choice: string; readonly votes: number }[];
}

/** A server that answers in another form than it should is told, not trusted. */
const inForm = <T>(path: string, make: () => T): T => {
  try {
    return make();
  } catch {
    throw new VerifyStop(finding('unreadable', { path, why: 'it is of another form' }));
  }
};

export const readPublished = async (
  source: LogSource,
  { election, race, level }: { election: string; race: string; level: string },
): Promise<PublishedRace> => {
  const base = `api/v1/elections/${encodeURIComponent(election)}`;
  const query = `race=${encodeURIComponent(race)}`;
  const exportPath = `${base}/export.json?${query}&level=${encodeURIComponent(level)}`;
  const mapPath = `${base}/map?${query}`;
  const table = (await readJson(source, exportPath)) as ExportAnswer;
  const map = (await readJson(source, mapPath)) as MapAnswer;
  return {
    ...inForm(exportPath, () => ({
      basis: table.basis,
      areas: table.areas.map(({ area, stationsReported: stations, cast, rejected, votes }) => ({
        ...{ area, stations, cast, rejected, votes },
      })),
    })),
    map: inForm(mapPath, () => ({
      area: map.scope.code,
      stations: map.completeness.stationsReported,
      cast: map.totals.cast,
      rejected: map.totals.rejected,
      votes: Object.fromEntries(map.leaders.map(({ choice, votes }) => [choice, votes])),
    })),
  };
};

/** The sheets that a race's totals count, as the server opens them. */
export interface OpenedSheets {
  /** The file as it came: the same again means that nothing has changed. */
  readonly text: string;
  readonly basis: string;
  /** Every leaf below is about what these sheets already show. */
  readonly size: number;
  readonly sheets: readonly OpenedSheet[];
}

export interface OpenedSheet {
  readonly sheetId: string;
  readonly revision: number;
  readonly status: string;
  readonly salt: string;
  readonly text: string;
}

export const readOpenedSheets = async (
  source: LogSource,
  { election, race }: { election: string; race: string },
): Promise<OpenedSheets> => {
  const path = `api/v1/elections/${encodeURIComponent(election)}/log/sheets?race=${encodeURIComponent(race)}`;
  const text = await readText(source, path);
  return inForm(path, () => {
    const [head = '', ...lines] = text.trimEnd().split('\n');
    const about = JSON.parse(head) as { basis: string; size: number; sheets: number };
    if (about.sheets !== lines.length) throw new Error('the file is cut');
    const sheets = lines.map((line) => {
      const [sheetId, revision, status, salt, opened] = JSON.parse(line) as [
        string,
        number,
        string,
        string,
        string,
      ];
      return { sheetId, revision, status, salt, text: opened };
    });
    return { text, basis: about.basis, size: about.size, sheets };
  });
};
