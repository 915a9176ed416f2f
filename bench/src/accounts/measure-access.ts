import { below, type Row, row } from '../report/row.ts';
import { signIn } from '../running/api-client.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { cpuSeconds } from '../running/process-cost.ts';
import { createBenchPerson } from './bench-person.ts';
import { sendRequests, writeRequests } from './send-requests.ts';

const sessions = 100;
const perRound = 20_000;
const rounds = 4;
const inFlight = 16;
// A route that does nothing: what is left of the difference is the door.
const path = '/healthz';

/** What it costs that a request is somebody's: the same route with and without a token, in turn. */
export const measureAccess = async (bench: BenchServer): Promise<Row[]> => {
  const person = await createBenchPerson(bench);
  const tokens: string[] = [];
  while (tokens.length < sessions) tokens.push((await signIn(bench.url, person)).token);
  const numbers = Array.from({ length: perRound }, (_, at) => at);
  const known = writeRequests(
    bench,
    'known',
    numbers.map((at) => ({ method: 'GET', path, token: tokens[at % sessions] ?? '' })),
  );
  const open = writeRequests(
    bench,
    'open',
    numbers.map(() => ({ method: 'GET', path })),
  );
  const cost = async (file: string): Promise<number> => {
    const before = cpuSeconds(bench.server.pid);
    await sendRequests(bench, { file, count: perRound, inFlight });
    return ((cpuSeconds(bench.server.pid) - before) / perRound) * 1e6;
  };
  await cost(open);
  await cost(known);
  const costs: { open: number; known: number }[] = [];
  while (costs.length < rounds) costs.push({ open: await cost(open), known: await cost(known) });
  return accessRows(costs);
};

const accessRows = (costs: readonly { open: number; known: number }[]): Row[] => {
  const mean = (pick: (cost: { open: number; known: number }) => number): number =>
    costs.reduce((sum, cost) => sum + pick(cost), 0) / costs.length;
  const [known, open] = [mean((cost) => cost.known), mean((cost) => cost.open)];
  const note = `${sessions} sessions in turn, ${rounds} rounds of ${perRound} requests each way`;
  const figure = (metric: string, value: number) => ({ bench: 'access', metric, value, unit: 'µs', note });
  const cheap = below(20, 'µs');
  return [
    row(figure('CPU of an authorised request', known), { name: 'the same, open', value: open }, null),
    row(figure('CPU that access adds to a request', known - open), null, cheap),
  ];
};
