import { couldPassQuarter, type IrishCount, lowestFirst, totalSurplus, vacanciesOf } from './irish-count.ts';

/**
 * Section 121 (8): surpluses need not be transferred now when all of them together can neither elect the highest continuing choice, nor
 * bring the lowest level with the next, nor help the lowest above a quarter of the quota.
 */
export const mayWait = (count: IrishCount): boolean => {
  const { book, quota, options } = count;
  if (!options.defer) return false;
  const order = lowestFirst(count).map((choice) => book.units[choice]!);
  const surplus = totalSurplus(count);
  const [lowest = 0, next = lowest] = order;
  if (surplus >= quota - (order.at(-1) ?? quota)) return false;
  if (surplus >= next - lowest) return false;
  return !(options.expenses && couldPassQuarter(lowest, surplus, count));
};

/**
 * Section 124 (3): the seats are filled, but a surplus that is still to be transferred could bring somebody who is not elected above a
 * quarter of the quota. Nobody is excluded any more, as section 122 wants a vacancy for that.
 */
export const mustGoOn = (count: IrishCount): boolean =>
  count.options.expenses &&
  count.book
    .continuing()
    .some((choice) => couldPassQuarter(count.book.units[choice]!, totalSurplus(count), count));

/**
 * Section 122 (2): the most of the lowest that together with the surpluses have less than the next one, while enough remain, and
 * none of them could have come above a quarter of the quota by the votes of those below.
 */
export const excludedTogether = (count: IrishCount): readonly number[] => {
  const { book, options } = count;
  const order = lowestFirst(count);
  let together = totalSurplus(count);
  let size = 0;
  for (const [i, choice] of order.entries()) {
    const votes = book.units[choice]!;
    const rescued = options.expenses && i > 0 && couldPassQuarter(votes, together, count);
    const next = order[i + 1];
    if (rescued || next === undefined || order.length - i - 1 < vacanciesOf(count)) break;
    together += votes;
    if (together < book.units[next]!) size = i + 1;
  }
  return order.slice(0, size);
};
