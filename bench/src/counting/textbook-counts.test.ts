import { findMethod } from '@comitium/tally/methods';
import type { TieRules } from '@comitium/tally/ties';
import { expect, test } from 'vitest';
import { ballotsOfOrders, madeUpOrders } from './made-up-ballots.ts';
import { textbookIrv, textbookSchulze } from './textbook-counts.ts';

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
