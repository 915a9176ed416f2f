// Utah Code § 20A-4-603 (instant runoff for several offices): a count for each seat, without those elected before.
import { ok } from '@comitium/basics';
import type { Ballots } from '../../ballots/ballots.ts';
import type { CountRound } from '../count-report.ts';
import type { CountStory } from '../counting-method.ts';
import { defineMethod } from '../define-method.ts';
import { countIrv } from '../irv/count-irv.ts';
import type { IrvTask } from '../irv/decide-round.ts';
import { electedBy } from '../irv/irv.ts';
import { irvOptions } from '../irv/irv-options.ts';
import { settle } from '../story.ts';

/** Instant-runoff counts in a row, each for one seat and without those elected before. Rules: SPEC.md. */
export const irvSequential = defineMethod({
  name: 'irv-sequential',
  title: 'Sequential instant-runoff voting',
  source: 'Utah Code § 20A-4-603',
  forms: ['choose', 'rank', 'score'],
  seats: 'several',
  measure: 'votes',
  options: irvOptions,
  count: (task) => ok(countSeats(task)),
});

const countSeats = (task: IrvTask): CountStory => {
  const { seats } = task;
  const rounds: CountRound[] = [];
  const elected: number[] = [];
  for (let contest = 1; ; contest++) {
    const ballots = without(task.ballots, elected);
    const standing = task.standing.filter((choice) => !elected.includes(choice));
    const played = countIrv(
      { ...task, ballots, standing, seats: 1 },
      { contest, roundsBefore: rounds.length },
    );
    rounds.push(...played.rounds.map((round) => showElected(round, elected)));
    const winner = electedBy(played.decided);
    const filled = elected.length + 1;
    if (winner.ok && winner.value.length === 1 && filled < seats && standing.length > 1) {
      elected.push(...winner.value);
      continue;
    }
    const ranking = [...elected.map((choice) => [choice]), ...played.ranking];
    return { rounds, outcome: settle(winner, { seats, ranking, before: elected }) };
  }
};

/** The same ballots, on which votes pass over the elected as if they had withdrawn. */
const without = (ballots: Ballots, elected: readonly number[]): Ballots => ({
  ...ballots,
  choices: ballots.choices.map((choice, number) =>
    elected.includes(number) ? { ...choice, withdrawn: true } : choice,
  ),
});

const showElected = (round: CountRound, elected: readonly number[]): CountRound => ({
  ...round,
  standing: round.standing.map((standing, choice) => (elected.includes(choice) ? 'elected' : standing)),
});
