import { below, type Row, row } from '../report/row.ts';
import { countBy } from './count-by.ts';
import { ballotsOfOrders, madeUpOrders } from './made-up-ballots.ts';
import { medianOf } from './processor-time.ts';
import { textbookMeek, textbookScottish } from './textbook-stv.ts';

/** Methods for several seats, beside textbook versions on floating-point numbers. */
export const benchSeveral = (): Row[] => [benchScottish(), benchMeek()];

const benchScottish = (): Row => {
  const orders = madeUpOrders({ choices: 20, ballots: 100_000, full: false });
  const ballots = ballotsOfOrders(20, orders);
  return row(
    {
      bench: 'counting',
      metric: 'Scottish STV, 100,000 ballots of up to 20 choices, 4 seats',
      value: medianOf(() => countBy('scottish-stv', ballots, 4)),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookScottish(20, orders, 4)) },
    below(500, 'ms'),
  );
};

const benchMeek = (): Row => {
  const orders = madeUpOrders({ choices: 10, ballots: 100_000, full: false });
  const ballots = ballotsOfOrders(10, orders);
  return row(
    {
      bench: 'counting',
      metric: 'Meek (PRF), 100,000 ballots of up to 10 choices, 4 seats',
      value: medianOf(() => countBy('prf-meek', ballots, 4)),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookMeek(10, orders, 4)) },
    below(2_000, 'ms'),
  );
};
