import { orSayWhy } from '../report/or-say-why.ts';
import type { Row } from '../report/row.ts';
import { loadGhana } from '../results/load-ghana.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { measureFanOut } from './measure-fan-out.ts';
import { measureMemory } from './measure-memory.ts';
import { measurePage } from './measure-page.ts';
import { measureScreens } from './measure-screens.ts';

/** Out to the screens: cost of a delivery, delay, memory, and the page itself. */
export const benchLive = async (): Promise<Row[]> => {
  const rows = await orSayWhy('fan-out', measureFanOut);
  const bench = await startBenchServer();
  try {
    const ghana = await loadGhana(bench);
    const topic = `map:${ghana.code}/presidential:national`;
    rows.push(...(await orSayWhy('memory', () => measureMemory(bench, topic))));
    rows.push(...(await orSayWhy('screens', () => measureScreens(bench, ghana, topic))));
    rows.push(...(await orSayWhy('page', () => measurePage(bench, ghana.code))));
    return rows;
  } finally {
    await bench.stop();
  }
};
