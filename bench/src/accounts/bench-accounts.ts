import { orSayWhy } from '../report/or-say-why.ts';
import type { Row } from '../report/row.ts';
import { startBenchServer } from '../running/bench-server.ts';
import { measureAccess } from './measure-access.ts';
import { measureSignIns } from './measure-sign-ins.ts';

/** Who is it: what a sign-in costs, and what each request costs once somebody is known. */
export const benchAccounts = async (): Promise<Row[]> => {
  const bench = await startBenchServer();
  try {
    const rows = await orSayWhy('access', () => measureAccess(bench));
    rows.push(...(await orSayWhy('sign-in', () => measureSignIns(bench))));
    return rows;
  } finally {
    await bench.stop();
  }
};
