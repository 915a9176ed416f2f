import { ok } from '@comitium/basics';
import type { CountStory } from '../counting-method.ts';
import { classesOf } from '../pick.ts';
import { passBatch } from '../stages/paper-parcels.ts';
import { type Played, playToTheEnd } from '../stages/play-to-the-end.ts';
import { deemElected, exactQuota } from './deem-elected.ts';
import { type Ers97Count, totalSurplus, vacanciesOf } from './ers97-count.ts';
import { batchesOf, chooseExcluded, isDeferred } from './exclusion.ts';
import { transferSurplus } from './transfer-surplus.ts';

/** Counts from the first preferences to the end; every batch that moves is a round. */
export const countStages = (count: Ers97Count): CountStory => {
  const { task, book } = count;
  return playToTheEnd(task, book, () => playBatch(count));
};

const playBatch = (count: Ers97Count): Played => {
  const { book } = count;
  book.open([{ kind: 'quota', units: count.quota }]);
  const deemed = deemElected(count);
  if (!deemed.ok) return deemed;
  if (endsHere(count)) return ok('ended');
  if (count.batches.length > 0) {
    transferBatch(count);
    return ok('goes on');
  }
  if (totalSurplus(count) > 0 && !isDeferred(count)) {
    const transferred = transferSurplus(count);
    return transferred.ok ? ok('goes on') : transferred;
  }
  const excluded = chooseExcluded(count);
  if (!excluded.ok) return excluded;
  book.exclude(excluded.value, excluded.value.length > 1 ? 'cannot-catch-up' : 'fewest-votes');
  if (endsHere(count)) return ok('ended');
  count.batches = batchesOf(count, excluded.value);
  transferBatch(count);
  return ok('goes on');
};

/** 5.4.2 to 5.4.8: one batch moves; while nobody is elected what became non-transferable lowers the quota. */
const transferBatch = (count: Ers97Count): void => {
  const { book, task } = count;
  const batch = count.batches.shift();
  if (batch === undefined) return;
  passBatch(count, batch.parts, batch.value);
  if (book.elected.length > 0) return;
  const held = book.units.reduce((sum, units) => sum + units, 0);
  count.quota = exactQuota(held, task);
};

/** 4.3, 5.5: all places are filled, or no more continue than there are places. */
const endsHere = (count: Ers97Count): boolean => {
  const { book } = count;
  const vacancies = vacanciesOf(count);
  const continuing = book.continuing();
  if (vacancies > 0 && continuing.length > vacancies) return false;
  const highestFirst = classesOf(continuing, (a, b) => book.units[a]! - book.units[b]!).flat();
  if (vacancies > 0) book.elect(highestFirst, 'last-standing');
  return true;
};
