import { orSayWhy } from '../report/or-say-why.ts';
import type { Row } from '../report/row.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { loadGhana } from './load-ghana.ts';
import { measureBatch } from './measure-batch.ts';
import { measureRecount } from './measure-recount.ts';
import { measureSingles } from './measure-singles.ts';
import { type BatchNation, spainOrLikeIt } from './spain-or-like-it.ts';

const dataFolder = process.env['BENCH_DATA'] ?? '../shared/data';

/** Sheets in: one by one, as a batch, when much is there already, and counted anew. */
export const benchResults = async (): Promise<Row[]> => {
  const bench = await startBenchServer();
  try {
    const rows = await orSayWhy('singles', async () => measureSingles(bench, await loadGhana(bench)));
    const nation: BatchNation = await spainOrLikeIt(dataFolder);
    rows.push(...(await orSayWhy('batch', () => measureBatch(bench, nation))));
    rows.push(...(await orSayWhy('recount', () => measureRecount(bench, nation.election.body.code))));
    return rows;
  } finally {
    await bench.stop();
  }
};
