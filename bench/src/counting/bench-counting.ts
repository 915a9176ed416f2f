import { below, type Row, row } from '../report/row.ts';
import { benchPeers } from './bench-peers.ts';
import { benchSeats } from './bench-seats.ts';
import { benchSeveral } from './bench-several.ts';
import { countBy } from './count-by.ts';
import { ballotsOfOrders, madeUpOrders } from './made-up-ballots.ts';
import { medianOf } from './processor-time.ts';
import { textbookIrv, textbookSchulze } from './textbook-counts.ts';

/** Counting methods on made-up ballots that are read already, beside textbook versions of the same methods and libraries of others. */
export const benchCounting = async (): Promise<Row[]> => [
  benchIrv(),
  benchSchulze(),
  ...benchSeveral(),
  ...benchSeats(),
  ...benchPeers(),
];

const benchIrv = (): Row => {
  const orders = madeUpOrders({ choices: 10, ballots: 1_000_000, full: false });
  const ballots = ballotsOfOrders(10, orders);
  return row(
    {
      bench: 'counting',
      metric: 'instant run-off, 1,000,000 ballots of up to 10 choices',
      value: medianOf(() => countBy('irv', ballots)),
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
      value: medianOf(() => countBy('schulze', ballots)),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookSchulze(100, orders)) },
    below(1_000, 'ms'),
  );
};
