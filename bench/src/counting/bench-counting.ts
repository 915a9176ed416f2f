import type { Ballots } from '@comitium/tally/ballots';
import { findMethod } from '@comitium/tally/methods';
import { below, type Row, row } from '../report/row.ts';
import { ballotsOfOrders, madeUpOrders } from './made-up-ballots.ts';
import { textbookIrv, textbookSchulze } from './textbook-counts.ts';

/** Counting methods on made-up ballots that are read already, beside textbook versions of the same methods. */
export const benchCounting = async (): Promise<Row[]> => [benchIrv(), benchSchulze()];

const benchIrv = (): Row => {
  const orders = madeUpOrders({ choices: 10, ballots: 1_000_000, full: false });
  const ballots = ballotsOfOrders(10, orders);
  return row(
    {
      bench: 'counting',
      metric: 'instant run-off, 1,000,000 ballots of up to 10 choices',
      value: medianOf(() => count('irv', ballots)),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookIrv(10, orders)) },
    below(1_000, 'ms'),
  );
};

const benchSchulze = (): Row => {
  const orders = madeUpOrders({ choices: 100, ballots: 100_000, full: true });
  const ballots = ballotsOfOrders(100, orders);
  return row(
    {
      bench: 'counting',
      metric: 'Schulze, 100,000 full ballots of 100 choices',
      value: medianOf(() => count('schulze', ballots)),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookSchulze(100, orders)) },
    below(1_000, 'ms'),
  );
};

const count = (name: string, ballots: Ballots): void => {
  const counted = findMethod(name)?.count(ballots, { ties: [{ by: 'ballot-order' }] });
  if (!counted?.ok) throw new Error(`${name} did not count`);
};

/** Milliseconds of processor time, the median of five: one thread counts, and others may want the processor. */
const medianOf = (run: () => unknown): number => {
  const times = Array.from({ length: 5 }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return times.sort((a, b) => a - b)[2] ?? 0;
};
