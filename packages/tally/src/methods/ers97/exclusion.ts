import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { classesOf } from '../pick.ts';
import { pickOne } from '../stages/ask-ties.ts';
import { takeParcels } from '../stages/paper-parcels.ts';
import { type Batch, type Ers97Count, totalSurplus, vacanciesOf } from './ers97-count.ts';

/**
 * 5.2.5: the largest set of the lowest whose votes together with the surpluses do not exceed the next one's, while enough remain. It may
 * be one only. Null when not even the lowest alone is such a set; those with equal votes stay together.
 */
export const safeToExclude = (count: Ers97Count): readonly number[] | null => {
  const { units } = count.book;
  const continuing = count.book.continuing();
  const classes = classesOf(continuing, (a, b) => units[b]! - units[a]!);
  let together = totalSurplus(count);
  let safe: readonly number[] | null = null;
  const set: number[] = [];
  for (const [i, members] of classes.entries()) {
    set.push(...members);
    const next = classes[i + 1]?.[0];
    if (next === undefined || continuing.length - set.length < vacanciesOf(count)) break;
    together += members.reduce((sum, choice) => sum + units[choice]!, 0);
    if (together <= units[next]!) safe = [...set];
  }
  return safe;
};

/** 5.2.2: surpluses wait when they cannot change who is excluded next. */
export const isDeferred = (count: Ers97Count): boolean => {
  const { units } = count.book;
  const [lowest, next] = count.book
    .continuing()
    .map((choice) => units[choice]!)
    .sort((a, b) => a - b);
  const difference = lowest === undefined || next === undefined ? 0 : next - lowest;
  return totalSurplus(count) <= difference || safeToExclude(count) !== null;
};

/**
 * Whom to exclude now (5.2.5). Where the votes of those who are safe to exclude and the surpluses come to nothing, the next above goes
 * with them, as its votes exceed nobody's; equal fewest votes are told apart by the earliest difference.
 */
export const chooseExcluded = (count: Ers97Count): Result<readonly number[], OpenTie> => {
  const { book, task } = count;
  const safe = safeToExclude(count) ?? [];
  const candidates = book.continuing().filter((choice) => !safe.includes(choice));
  const together = safe.reduce((sum, choice) => sum + book.units[choice]!, totalSurplus(count));
  const oneMore = together === 0 && candidates.length > vacanciesOf(count);
  if (safe.length > 0 && !oneMore) return ok(safe);
  const lowest = pickOne(task, count, { candidates, want: 'fewest', purpose: 'exclude' });
  return lowest.ok ? ok([...safe, lowest.value]) : lowest;
};

/** 5.4.1: all papers of the excluded, in batches in descending order of value. */
export const batchesOf = ({ papers }: Ers97Count, choices: readonly number[]): Batch[] => {
  const batches = new Map<number, Batch>();
  for (const from of choices)
    for (const parcel of takeParcels(papers, from)) {
      const batch = batches.get(parcel.value) ?? { value: parcel.value, parts: [] };
      batch.parts.push({ from, parcel });
      batches.set(parcel.value, batch);
    }
  return [...batches.values()].sort((a, b) => b.value - a.value);
};
