import type { Row } from '../report/row.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { loadGhana } from './load-ghana.ts';
import { measureBatch } from './measure-batch.ts';
import { measureRecount } from './measure-recount.ts';
import { measureSingles } from './measure-singles.ts';

const dataFolder = process.env['COMITIUM_BENCH_DATA'] ?? '../shared/data';

/** Sheets in: one by one, as a batch, when much is there already, and counted anew. */
export const benchResults = async (): Promise<Row[]> => {
  const bench = await startBenchServer();
  try {
    const singles = await measureSingles(bench, await loadGhana(bench));
    const batch = await measureBatch(bench, dataFolder);
    return [...singles, ...batch.rows, ...(await measureRecount(bench, batch.election))];
  } finally {
    await bench.stop();
  }
};
