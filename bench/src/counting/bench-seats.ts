import { dHondt } from '@comitium/tally';
import { biproportional, doublyProportional } from '@comitium/tally/seats';
import { below, type Row, row } from '../report/row.ts';
import { drawFrom } from './made-up-ballots.ts';
import { medianOf } from './processor-time.ts';
import { textbookBiproportional, textbookDHondt } from './textbook-seats.ts';

/** Seats in exact numbers, beside textbook versions in floating-point numbers. */
export const benchSeats = (): Row[] => [benchDHondt(), benchBiproportional()];

interface District {
  readonly seats: number;
  readonly votes: number[];
}

/** As many districts and seats as the Congress of Deputies has; votes are made up. A run takes less than a millisecond, hence `repeat`. */
const congress = () => {
  const draw = drawFrom(350);
  const districts: District[] = Array.from({ length: 52 }, (_, at) => ({
    seats: at < 38 ? 7 : 6,
    votes: Array.from({ length: 12 }, () => 100 + draw(400_000)),
  }));
  return { districts, repeat: 20 };
};

const benchDHondt = (): Row =>
  dHondtRow({ name: 'textbook', of: ({ votes, seats }) => textbookDHondt(votes, seats) }, below(5, 'ms'));

/** D’Hondt beside another program's, on the same districts. */
export const dHondtRow = (
  peer: { readonly name: string; of(district: District): unknown },
  target: Parameters<typeof row>[2],
): Row => {
  const { districts, repeat } = congress();
  return row(
    {
      bench: 'counting',
      metric: 'D’Hondt, 350 seats in 52 districts of 12 lists',
      value: medianOf(() => districts.map((district) => dHondt(district)), repeat),
      unit: 'ms',
      note: 'processor time',
    },
    { name: peer.name, value: medianOf(() => districts.map((district) => peer.of(district)), repeat) },
    target,
  );
};

const benchBiproportional = (): Row => {
  const draw = drawFrom(2_015);
  const votes = Array.from({ length: 20 }, () => Array.from({ length: 15 }, () => 100 + draw(90_000)));
  const districtSeats = Array.from({ length: 20 }, () => 4 + draw(16));
  const upper = doublyProportional({ votes, districtSeats });
  if (!upper.ok) throw new Error('the made-up parliament has no seats');
  const { listSeats } = upper.value;
  return row(
    {
      bench: 'counting',
      metric: 'biproportional, 20 districts × 15 lists, proved and with divisors',
      value: medianOf(() => biproportional({ votes, districtSeats, listSeats })),
      unit: 'ms',
      note: 'processor time',
    },
    { name: 'textbook', value: medianOf(() => textbookBiproportional(votes, districtSeats, listSeats)) },
    below(50, 'ms'),
  );
};
