import { unwrap } from '@comitium/basics';
import { dHondt } from '@comitium/tally';
import { findMethod } from '@comitium/tally/methods';
import { biproportional, doublyProportional } from '@comitium/tally/seats';
import type { TieRules } from '@comitium/tally/ties';
import { expect, test } from 'vitest';
import { countBy } from './count-by.ts';
import { ballotsOfOrders, drawFrom, madeUpOrders } from './made-up-ballots.ts';
import { peerDHondt, peerIrv, peerMeek, peerSchulze } from './peer-counts.ts';
import { textbookIrv, textbookSchulze } from './textbook-counts.ts';
import { textbookBiproportional, textbookDHondt } from './textbook-seats.ts';
import { textbookMeek, textbookScottish } from './textbook-stv.ts';

const elected = (
  name: string,
  choices: number,
  orders: readonly (readonly number[])[],
  ties: TieRules = [],
) => {
  const counted = findMethod(name)?.count(ballotsOfOrders(choices, orders), { ties });
  if (!counted?.ok) throw new Error(`${name} did not count`);
  const { open, elected: winners } = counted.value.outcome;
  return open === null ? winners : open.choices;
};

test('the peers of the benchmark elect whom the methods elect', () => {
  const loose = madeUpOrders({ choices: 6, ballots: 501, full: false });
  expect([textbookIrv(6, loose)]).toEqual(elected('irv', 6, loose, [{ by: 'ballot-order' }]));
  const full = madeUpOrders({ choices: 12, ballots: 301, full: true });
  expect(textbookSchulze(12, full)).toEqual(elected('schulze', 12, full));
});

test('the peers for several seats elect whom the methods elect', () => {
  const loose = madeUpOrders({ choices: 8, ballots: 5_003, full: false });
  const ballots = ballotsOfOrders(8, loose);
  const sorted = (choices: readonly number[]): number[] => [...choices].sort((a, b) => a - b);
  const scottish = countBy('scottish-stv', ballots, 3).outcome.elected;
  expect(sorted(textbookScottish(8, loose, 3))).toEqual(sorted(scottish));
  expect(sorted(textbookMeek(8, loose, 3))).toEqual(sorted(countBy('prf-meek', ballots, 3).outcome.elected));
});

test('the peers give the seats that the methods give', () => {
  const draw = drawFrom(7);
  const votes = Array.from({ length: 5 }, () => Array.from({ length: 4 }, () => 1_000 + draw(9_000)));
  for (const row of votes) expect(textbookDHondt(row, 9)).toEqual(dHondt({ votes: row, seats: 9 }).seats);
  const districtSeats = [5, 6, 7, 8, 9];
  const { listSeats } = unwrap(doublyProportional({ votes, districtSeats }));
  const { seats } = unwrap(biproportional({ votes, districtSeats, listSeats }));
  expect(textbookBiproportional(votes, districtSeats, listSeats)).toEqual(seats);
});

test('the libraries of others elect whom the methods elect', () => {
  const sorted = (choices: readonly number[]): number[] => [...choices].sort((a, b) => a - b);
  const loose = madeUpOrders({ choices: 8, ballots: 5_003, full: false });
  const ballots = ballotsOfOrders(8, loose);
  expect(peerIrv(8, loose)()).toBe(countBy('irv', ballots).outcome.elected[0]);
  expect(sorted(peerMeek(8, loose, 3)())).toEqual(sorted(countBy('prf-meek', ballots, 3).outcome.elected));
  const full = madeUpOrders({ choices: 12, ballots: 301, full: true });
  expect(sorted(peerSchulze(12, full)())).toEqual(elected('schulze', 12, full));
  expect(peerDHondt([53, 24, 15, 8], 7)).toEqual(dHondt({ votes: [53, 24, 15, 8], seats: 7 }).seats);
});
