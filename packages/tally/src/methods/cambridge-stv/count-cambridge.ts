import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountStory } from '../counting-method.ts';
import { classesOf } from '../pick.ts';
import { pickOne } from '../stages/ask-ties.ts';
import { takeParcels } from '../stages/paper-parcels.ts';
import { type Played, playToTheEnd } from '../stages/play-to-the-end.ts';
import type { CambridgeCount } from './cambridge-count.ts';
import { cincinnatiOrder } from './cincinnati-order.ts';
import { moveBallots } from './move-ballots.ts';

/** Counts from the first choices to the end; every transfer is a round. */
export const countCambridge = (count: CambridgeCount): CountStory => {
  const { task, book } = count;
  return playToTheEnd(task, book, () => playTransfer(count));
};

const playTransfer = (count: CambridgeCount): Played => {
  const { book, quota, full, task, papers } = count;
  book.open([{ kind: 'quota', units: quota }]);
  const reached = [...full, ...book.continuing().filter((choice) => book.units[choice]! >= quota)];
  book.elect(highestFirst(count, reached), 'quota');
  full.clear();
  const surpluses = book.elected.filter(
    (choice) => book.units[choice]! > quota && papers.held[choice]!.length > 0,
  );
  const vacancies = task.seats - book.elected.length;
  if (vacancies === 0) return ok('ended');
  if (surpluses.length > 0) {
    const largest = pickOne(task, count, { candidates: surpluses, want: 'most', purpose: 'surplus' });
    if (!largest.ok) return largest;
    drawSurplus(count, largest.value);
    return ok('goes on');
  }
  if (book.continuing().length <= vacancies) {
    book.elect(highestFirst(count, book.continuing()), 'last-standing');
    return ok('ended');
  }
  return defeat(count);
};

const highestFirst = ({ book }: CambridgeCount, choices: readonly number[]): number[] =>
  classesOf(choices, (a, b) => book.units[a]! - book.units[b]!).flat();

/** The Cincinnati method: every n-th ballot goes to the next choice on it, until the quota is left. */
const drawSurplus = (count: CambridgeCount, from: number): void => {
  const { book, papers, quota } = count;
  const ballots = takeParcels(papers, from).flatMap((parcel) => parcel.papers);
  const surplus = book.units[from]! - quota;
  book.noteSurplus(from, surplus, null);
  const drawn = cincinnatiOrder(ballots.length, surplus).map((place) => ballots[place]!);
  moveBallots(count, from, { ballots: drawn, most: surplus });
};

/** Rule (g), once: all below the minimum together; then the one lowest (i, j). */
const defeat = (count: CambridgeCount): Result<'goes on', OpenTie> => {
  const { book, papers, task } = count;
  const below = count.swept ? [] : tooFew(count);
  count.swept = true;
  if (below.length === 0) {
    const lowest = pickOne(task, count, {
      candidates: book.continuing(),
      want: 'fewest',
      purpose: 'exclude',
    });
    if (!lowest.ok) return lowest;
    below.push(lowest.value);
    book.exclude(below, 'fewest-votes');
  } else {
    const order = fewestFirst(count, below);
    if (!order.ok) return order;
    below.splice(0, Infinity, ...order.value);
    book.exclude(below, 'below-minimum');
  }
  for (const from of below)
    moveBallots(count, from, {
      ballots: takeParcels(papers, from).flatMap((parcel) => parcel.papers),
      most: null,
    });
  return ok('goes on');
};

/** Nobody, where fewer would remain than seats are left: rule (l) forbids it. */
const tooFew = ({ book, task }: CambridgeCount): number[] => {
  const continuing = book.continuing();
  const below = continuing.filter((choice) => book.units[choice]! < task.options.minimumVotes);
  return continuing.length - below.length < task.seats - book.elected.length ? [] : below;
};

/** In which order the ballots of those defeated together move matters where somebody reaches the quota meanwhile. */
const fewestFirst = (count: CambridgeCount, choices: readonly number[]): Result<number[], OpenTie> => {
  const { book, task } = count;
  const order = choices.filter((choice) => book.units[choice] === 0);
  for (let left = choices.filter((choice) => book.units[choice]! > 0); left.length > 0; ) {
    const next = pickOne(task, count, { candidates: left, want: 'fewest', purpose: 'order' });
    if (!next.ok) return next;
    order.push(next.value);
    left = left.filter((choice) => choice !== next.value);
  }
  return ok(order);
};
