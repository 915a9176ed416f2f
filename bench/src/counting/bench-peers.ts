import { type Row, row } from '../report/row.ts';
import { dHondtRow } from './bench-seats.ts';
import { countBy } from './count-by.ts';
import { ballotsOfOrders, type MadeUp, madeUpOrders } from './made-up-ballots.ts';
import { peerDHondt, peerIrv, peerMeek, peerSchulze } from './peer-counts.ts';
import { medianOf, timeOf } from './processor-time.ts';

/** The same counts by libraries from npm, which give no report; which were looked at stands in docs/benchmarks.md. */
export const benchPeers = (): Row[] => [peerIrvRow(), peerSchulzeRow(), peerMeekRow(), peerDHondtRow()];

interface Contest extends MadeUp {
  readonly method: string;
  readonly seats?: number;
}

/** A method's own time and that of a library for the same ballots. A library that takes seconds runs once. */
const contestRow = (
  metric: string,
  { method, seats = 1, ...madeUp }: Contest,
  peer: { readonly name: string; readonly of: (choices: number, orders: number[][]) => () => unknown },
): Row => {
  const orders = madeUpOrders(madeUp);
  const ballots = ballotsOfOrders(madeUp.choices, orders);
  const value = medianOf(() => countBy(method, ballots, seats));
  const run = peer.of(madeUp.choices, orders);
  return row(
    { bench: 'counting', metric, value, unit: 'ms', note: 'processor time' },
    { name: peer.name, value: timeOf(run) },
    null,
  );
};

// A tenth of the ballots of the other row: the library keeps an object for each in every round.
const peerIrvRow = (): Row =>
  contestRow(
    'instant run-off, 100,000 ballots of up to 10 choices',
    { method: 'irv', choices: 10, ballots: 100_000, full: false },
    { name: 'caritat 0.0.4', of: peerIrv },
  );

const peerSchulzeRow = (): Row =>
  contestRow(
    'Schulze, 100,000 full ballots of 100 choices',
    { method: 'schulze', choices: 100, ballots: 100_000, full: true },
    { name: 'schulze-method 2.0.0', of: peerSchulze },
  );

const peerMeekRow = (): Row =>
  contestRow(
    'Meek (PRF), 100,000 ballots of up to 10 choices, 4 seats',
    { method: 'prf-meek', seats: 4, choices: 10, ballots: 100_000, full: false },
    { name: 'caritat 0.0.4', of: (choices, orders) => peerMeek(choices, orders, 4) },
  );

const peerDHondtRow = (): Row =>
  dHondtRow({ name: 'dhondt 0.1.0', of: ({ votes, seats }) => peerDHondt(votes, seats) }, null);
