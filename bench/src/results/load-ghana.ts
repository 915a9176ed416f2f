import type { BatchLine } from '@comitium/contract';
import { asNation, generateGhana } from '@comitium/demo';
import type { BenchServer } from '../running/bench-server.ts';
import { loadRegister, openElection } from '../running/open-election.ts';
import { type SheetRequests, scatter, writeSheetRequests } from './post-sheets.ts';

/** Ghana's presidential sheets of 2024, and an election on the same register to warm the program up with. */
export interface LoadedGhana {
  readonly code: string;
  readonly requests: SheetRequests;
  readonly warmUp: SheetRequests;
}

export const loadGhana = async (bench: BenchServer): Promise<LoadedGhana> => {
  const nation = asNation(generateGhana());
  const { election } = nation;
  const { code } = election.body;
  const register = nation.registers.find((one) => one.code === election.body.register);
  if (register === undefined) throw new Error('the nation has no register');
  await loadRegister(bench.admin, register);
  const { previous: _, ...body } = election.body;
  const warmUpCode = 'bench-warm-up';
  await openElection(bench.admin, { body: { ...body, code: warmUpCode }, ballots: election.ballots });
  await openElection(bench.admin, { body, ballots: election.ballots });
  const sheets: BatchLine[] = [];
  for (const sheet of election.sheets()) if (sheet.contest === 'presidential') sheets.push(sheet);
  const scattered = scatter(sheets);
  const warmUp = scattered.slice(0, 20_000).map((sheet) => ({ ...sheet, key: `warm:${sheet.key}` }));
  return {
    code,
    requests: writeSheetRequests(bench, code, scattered),
    warmUp: writeSheetRequests(bench, warmUpCode, warmUp),
  };
};
