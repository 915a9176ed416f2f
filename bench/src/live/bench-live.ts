import type { Row } from '../report/row.ts';
import { loadGhana } from '../results/load-ghana.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { measureFanOut } from './measure-fan-out.ts';
import { measureMemory } from './measure-memory.ts';
import { measurePage } from './measure-page.ts';
import { measureScreens } from './measure-screens.ts';

/** Out to the screens: cost of a delivery, delay, memory, and the page itself. */
export const benchLive = async (): Promise<Row[]> => {
  const fanOut = await measureFanOut();
  const bench = await startBenchServer();
  try {
    const ghana = await loadGhana(bench);
    const topic = `map:${ghana.code}/presidential:national`;
    const memory = await measureMemory(bench, topic);
    const screens = await measureScreens(bench, ghana, topic);
    return [...fanOut, ...memory, ...screens, ...(await measurePage(bench, ghana.code))];
  } finally {
    await bench.stop();
  }
};
