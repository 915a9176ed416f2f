import { hash, verify } from '@node-rs/argon2';
import { type Row, row } from '../report/row.ts';
import type { BenchServer } from '../running/bench-server.ts';
import { cpuOf } from '../running/process-cost.ts';
import { createBenchPerson } from './bench-person.ts';
import { sendRequests, writeRequests } from './send-requests.ts';

const count = 400;
const inFlight = 8;
const limitSeconds = 3;

/** Sign-ins by password: beside the hash alone, which is meant to be dear. */
export const measureSignIns = async (bench: BenchServer): Promise<Row[]> => {
  const person = await createBenchPerson(bench);
  const one = { method: 'POST', path: '/api/v1/auth/sign-in', body: person } as const;
  const file = writeRequests(bench, 'sign-ins', Array<typeof one>(count).fill(one));
  await sendRequests(bench, { file, count: 40, inFlight });
  const before = cpuOf(bench);
  const { seconds, p99 } = await sendRequests(bench, { file, count, inFlight });
  const cpu = ((cpuOf(bench) - before) / count) * 1000;
  const limit = { name: 'limit: argon2id alone, two at a time', value: await hashesASecond() };
  const figure = (metric: string, value: number, unit: string) => ({ bench: 'sign-in', metric, value, unit });
  return [
    row(figure('sign-ins a second, password', count / seconds, '/s'), limit, null),
    row(figure('CPU of a sign-in, server and PostgreSQL', cpu, 'ms'), null, null),
    row(figure(`answer of a sign-in, p99 at ${inFlight} at a time`, p99, 'ms'), null, null),
  ];
};

/** With the server's own parameters and as many at a time as it allows. */
const hashesASecond = async (): Promise<number> => {
  const stored = await hash('bench', { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const until = performance.now() + limitSeconds * 1000;
  let done = 0;
  const work = async (): Promise<void> => {
    while (performance.now() < until) {
      await verify(stored, 'bench');
      done += 1;
    }
  };
  await Promise.all([work(), work()]);
  return done / limitSeconds;
};
