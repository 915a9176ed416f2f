import type { Row } from '../report/row.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { loadGhana } from './load-ghana.ts';
import { measureSingles } from './measure-singles.ts';

export const benchResults = async (): Promise<Row[]> => {
  const bench = await startBenchServer();
  try {
    const ghana = await loadGhana(bench);
    return await measureSingles(bench, ghana);
  } finally {
    await bench.stop();
  }
};
