// The proof that everything was counted once: a recount by the program itself, and our own sums beside every map.
import type { BatchLine, MapAnswer } from '@comitium/contract';
import { expect } from 'vitest';
import { openApi } from '../api/api.ts';
import { getPostmaster } from '../program/postmaster.ts';
import { commandLineProgram } from '../program/repository.ts';
import { runProgram } from '../program/spawned-program.ts';
import { electionCode } from './nation-shape.ts';
import { type AreaTotals, totalsOf } from './president-sheets.ts';

interface Counted {
  readonly url: string;
  /** Of the installation: its database, and the key of its personal data. */
  readonly dataDir: string;
}

interface Recounted {
  readonly dataDir: string;
  readonly election: string;
}

interface RecountReport {
  readonly sheets: number;
  readonly differences: readonly unknown[];
}

/** Fails where a stored total differs from the sum of the sheets; answers how many sheets there are. */
export const recount = async ({ dataDir, election }: Recounted): Promise<number> => {
  const command = [commandLineProgram, 'recount', election, '--json'];
  const { connectionString } = getPostmaster(dataDir);
  const settings = { DATABASE_URL: connectionString, COMITIUM_DATA_DIR: dataDir };
  const { code, stdout, stderr } = await runProgram(command, settings);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const report = JSON.parse(stdout) as RecountReport;
  expect(report.differences).toEqual([]);
  return report.sheets;
};

const totalsShown = ({ completeness, totals, leaders }: MapAnswer): AreaTotals => ({
  stationsReported: completeness.stationsReported,
  cast: totals.cast,
  rejected: totals.rejected,
  votes: Object.fromEntries(leaders.map(({ choice, votes }) => [choice, votes])),
});

/** The sheets are all there, each once, and every map above the stations shows their sum. */
export const expectExact = async (counted: Counted, sheets: readonly BatchLine[]): Promise<void> => {
  expect(await recount({ ...counted, election: electionCode })).toBe(sheets.length);
  const api = openApi(counted.url, '');
  const wanted = [...totalsOf(sheets)].filter(([code]) => code.split('-').length < 4);
  const shown: [string, AreaTotals][] = [];
  for (const [code] of wanted) {
    const map = await api.get<MapAnswer>(`/elections/${electionCode}/map?race=president&area=${code}`);
    shown.push([code, totalsShown(map)]);
  }
  expect(shown).toEqual(wanted);
};
