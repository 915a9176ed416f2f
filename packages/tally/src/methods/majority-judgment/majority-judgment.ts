// Balinski and Laraki, Majority Judgment (2011): the best majority grade, and among equals the best majority value.
import { ok } from '@comitium/basics';
import type { Ballots } from '../../ballots/ballots.ts';
import { amount } from '../../exact/amount.ts';
import type { ReportTable } from '../count-report.ts';
import type { CountStory, CountTask } from '../counting-method.ts';
import { electionOf } from '../decide-at-once.ts';
import { defineMethod } from '../define-method.ts';
import { namedStanding } from '../named-standing.ts';
import { classesOf, pick } from '../pick.ts';
import { settle } from '../story.ts';
import { createRounds } from '../tell-rounds.ts';
import { type GradeSpread, spreadGrades } from './grade-spread.ts';
import { firstDifference, levelAfter } from './majority-value.ts';

/** The middlemost grade decides; ties by setting middlemost grades aside, one by one, to the end. Rules: SPEC.md. */
export const majorityJudgment = defineMethod({
  name: 'majority-judgment',
  title: 'Majority judgment',
  source: 'Balinski and Laraki, Majority Judgment: Measuring, Ranking, and Electing (2011)',
  forms: ['score'],
  seats: 'one',
  measure: 'strength',
  options: {},
  count: (task) => ok(countJudgment(task)),
});

const countJudgment = (task: CountTask<unknown>): CountStory => {
  const { ballots, standing } = task;
  const spread = spreadGrades(ballots);
  const { rounds, tell } = createRounds(task);
  const able = namedStanding(task);
  const tables = [gradesTable(task, spread), gaugeTable(task, spread)];
  if (able.length === 0) {
    tell({ votes: ballots.choices.map(() => null), actions: [{ kind: 'stop', reason: 'no-votes' }] });
    return { rounds, outcome: settle(ok([]), { seats: 1, ranking: [standing] }), tables };
  }
  const setAside: number[] = [];
  let tied = able;
  let aside = 0;
  for (;;) {
    const compare = (a: number, b: number): number =>
      levelAfter(spread, a, aside) - levelAfter(spread, b, aside);
    const votes = ballots.choices.map((_, choice) =>
      tied.includes(choice) ? amount(spread.scores[levelAfter(spread, choice, aside)]!) : null,
    );
    setAside.push(aside);
    const best = classesOf(tied, compare)[0]!;
    const next = best.length > 1 ? firstDifference(spread, best) : null;
    if (next === null) {
      const question = { round: rounds.length + 1, purpose: 'elect', want: 'most', places: 1 } as const;
      const elected = pick(task.ties, { candidates: tied, compare, ...question });
      tell({ votes, actions: [electionOf(elected, 'best-grade')], elected: elected.ok ? elected.value : [] });
      const outcome = settle(elected, { seats: 1, ranking: rankingOf(spread, standing) });
      return { rounds, outcome, tables: [...tables, asideTable(task, setAside)] };
    }
    tell({ votes, actions: [{ kind: 'advance', choices: best, reason: 'best-grade' }] });
    tied = best;
    aside = next;
  }
};

/** By majority value. */
const rankingOf = (spread: GradeSpread, standing: readonly number[]): number[][] =>
  classesOf(standing, (a, b) => {
    const aside = firstDifference(spread, [a, b]);
    return aside === null ? 0 : levelAfter(spread, a, aside) - levelAfter(spread, b, aside);
  });

const labelOf = ({ scale }: Ballots, score: number): string =>
  scale?.grades?.[score - scale.min] ?? String(score);

/** How often each grade was given, worst first. */
const gradesTable = (
  { ballots, standing, votes }: CountTask<unknown>,
  { scores, upTo }: GradeSpread,
): ReportTable => ({
  name: 'grades',
  columns: scores.map((score) => labelOf(ballots, score)),
  rows: standing.map((choice) => ({
    label: ballots.choices[choice]!.name,
    cells: scores.map((_, level) => votes(upTo[choice]![level]! - (upTo[choice]![level - 1] ?? 0))),
  })),
});

/** The majority gauge: the votes above the majority grade, that grade, and the votes below. */
const gaugeTable = ({ ballots, standing, votes }: CountTask<unknown>, spread: GradeSpread): ReportTable => ({
  name: 'majority-gauge',
  columns: ['above', 'grade', 'below'],
  rows:
    spread.total === 0
      ? []
      : standing.map((choice) => {
          const level = levelAfter(spread, choice, 0);
          const upTo = spread.upTo[choice]!;
          return {
            label: ballots.choices[choice]!.name,
            cells: [
              votes(spread.total - upTo[level]!),
              amount(spread.scores[level]!),
              votes(level === 0 ? 0 : upTo[level - 1]!),
            ],
          };
        }),
});

/** How many middlemost grades were set aside before each round. */
const asideTable = ({ votes }: CountTask<unknown>, setAside: readonly number[]): ReportTable => ({
  name: 'set-aside',
  columns: ['grades'],
  rows: setAside.map((aside, round) => ({ label: String(round + 1), cells: [votes(aside)] })),
});
