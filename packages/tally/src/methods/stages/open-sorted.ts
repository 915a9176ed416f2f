import { err, ok, type Result } from '@comitium/basics';
import type { MarkingRules } from '../../ballots/preferences.ts';
import type { CountProblem } from '../count-problem.ts';
import type { CountTask } from '../counting-method.ts';
import { openBook } from './count-book.ts';
import { droopQuota } from './droop-quota.ts';
import { type Mixing, mixPapers } from './mix-papers.ts';
import { type BookAndPapers, sortFirstPreferences } from './paper-parcels.ts';
import { roomFor } from './room-for.ts';

/** A book of votes with so many decimals, and the papers sorted to the first preferences; refused where it could not be exact. */
export const openSorted = (
  task: CountTask<MarkingRules>,
  places: number,
  standing = task.standing,
): Result<BookAndPapers, CountProblem[]> => {
  const problems = roomFor(task.ballots, places);
  if (problems.length > 0) return err(problems);
  const book = openBook(task.ballots, places);
  return ok({ book, papers: sortFirstPreferences({ ...task, standing }, book) });
};

/** Whole papers one by one, mixed or as given, sorted to the first preferences; with their Droop quota. */
export const openMixed = <Options extends MarkingRules & Mixing>(task: CountTask<Options>) => {
  const mixed = mixPapers(task.ballots, task.options);
  if (!mixed.ok) return mixed;
  const onPapers = { ...task, ballots: mixed.value };
  const opened = openSorted(onPapers, 0);
  if (!opened.ok) return opened;
  const quota = droopQuota(opened.value.papers.validWeight, mixed.value, task.seats);
  return ok({ task: onPapers, ...opened.value, quota });
};
