import { ok, type Result } from '@comitium/basics';
import type { OpenTie } from '../../ties/tie-rules.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { settle } from '../story.ts';
import type { CountBook } from './count-book.ts';

/** What a round comes to; an open tie stops the count until a lot is drawn. */
export type Played = Result<'goes on' | 'ended', OpenTie>;

/** Plays round after round until one ends the count or asks for a lot; each opens the book, which is closed behind it. */
export const playToTheEnd = (
  task: Pick<CountTask<unknown>, 'seats' | 'onRound'>,
  book: CountBook,
  play: () => Played,
): CountStory => {
  for (;;) {
    const played = play();
    if (!played.ok) book.stop('lot-needed');
    book.close();
    task.onRound(book.rounds.length);
    if (played.ok && played.value === 'goes on') continue;
    const ending = { seats: task.seats, ranking: book.ranking() };
    const outcome = played.ok
      ? settle(ok(book.elected), ending)
      : settle(played, { ...ending, before: book.elected });
    return { rounds: book.rounds, outcome };
  }
};
