// Equal Vote Coalition, Official Tiebreaker Protocol: ties in the scoring round.
import { ok, type Result } from '@comitium/basics';
import type { Amount } from '../../exact/amount.ts';
import type { OpenTie } from '../../ties/tie-rules.ts';
import { classesOf, pick } from '../pick.ts';
import { defeatsAmong } from './compare-scores.ts';
import { figuresOf, type StarCount } from './star-count.ts';

type Finalists = Result<readonly number[], OpenTie>;

/** The two with most points, best first, and the rounds that it took to tell them from others with as many. */
export const chooseFinalists = (count: StarCount, points: readonly (Amount | null)[]): Finalists => {
  const { task, compare, tell } = count;
  const through: number[] = [];
  for (const equal of classesOf(task.standing, compare)) {
    const open = 2 - through.length;
    if (open === 0) break;
    if (equal.length <= open) {
      through.push(...equal);
      continue;
    }
    tell({
      votes: points,
      actions: [{ kind: 'advance', choices: [...through, ...equal], reason: 'most-points' }],
    });
    const chosen = amongTied(count, { tied: equal, places: open, through });
    return chosen.ok ? ok([...through, ...chosen.value]) : chosen;
  }
  tell({ votes: points, actions: [{ kind: 'advance', choices: through, reason: 'most-points' }] });
  return ok(through);
};

interface Tied {
  readonly tied: readonly number[];
  readonly places: number;
  /** Sure of their place. */
  readonly through: readonly number[];
}

/** Those who lost most match-ups leave, again and again; what this does not tell apart goes on to top scores (steps 1, 3 and 4). */
const amongTied = (count: StarCount, { tied, places, through }: Tied): Finalists => {
  const { task, tell } = count;
  const { protocol } = task.options;
  if (protocol === 'two-way' && tied.length > 2) return byTopScores(count, { tied, places, through });
  const defeats = new Map(defeatsAmong(task.ballots, tied).map((lost, i) => [tied[i]!, lost]));
  const most = Math.max(...defeats.values());
  const left = tied.filter((choice) => defeats.get(choice)! < most);
  const lost = tied.filter((choice) => defeats.get(choice) === most);
  const votes = figuresOf(task, tied, (choice) => String(defeats.get(choice)));
  // Where fewer are left than places, they are through, and those who left contend for the rest.
  const choices = left.length === 0 ? tied : left.length < places ? [...left, ...lost] : left;
  tell({
    votes,
    actions: [{ kind: 'advance', choices: [...through, ...choices], reason: 'fewest-defeats' }],
  });
  if (left.length === places) return ok(left);
  if (left.length > places) return amongTied(count, { tied: left, places, through });
  if (left.length === 0) return byTopScores(count, { tied, places, through });
  const rest = amongTied(count, { tied: lost, places: places - left.length, through: [...through, ...left] });
  return rest.ok ? ok([...left, ...rest.value]) : rest;
};

/**
 * Those with most top scores are through where there is room for them, and those with fewest leave; whoever this leaves tied starts
 * again with match-ups. A lot is drawn for one place at a time for the same reason. Protocols other than the official one go no
 * further than the count of top scores.
 */
const byTopScores = (count: StarCount, { tied, places, through }: Tied): Finalists => {
  const { task, tops } = count;
  if (task.options.protocol !== 'official') return drawAfterTopScores(count, { tied, places, through });
  const classes = classesOf(tied, (a, b) => tops[a]! - tops[b]!);
  if (classes.length === 1) {
    const drawn = drawAfterTopScores(count, { tied, places: 1, through });
    return drawn.ok ? goOn(count, { tied, places, through }, { won: drawn.value, out: [] }) : drawn;
  }
  const best = classes[0]!;
  const won = best.length <= places ? best : [];
  // Whoever has fewest of those still tied; nobody, where that would be all of them.
  const contending = classes.slice(won.length > 0 ? 1 : 0);
  const out = won.length < places && contending.length > 1 ? contending.at(-1)! : [];
  const stay = won.length === places ? [] : contending.flat().filter((choice) => !out.includes(choice));
  count.tell({
    votes: figuresOf(task, tied, (choice) => task.votes(tops[choice]!)),
    actions: [{ kind: 'advance', choices: [...through, ...won, ...stay], reason: 'most-top-scores' }],
  });
  return goOn(count, { tied, places, through }, { won, out });
};

/** From the top with those who are neither through nor out. */
const goOn = (
  count: StarCount,
  { tied, places, through }: Tied,
  { won, out }: { readonly won: readonly number[]; readonly out: readonly number[] },
): Finalists => {
  const left = tied.filter((choice) => !won.includes(choice) && !out.includes(choice));
  const open = places - won.length;
  if (open === 0) return ok(won);
  if (left.length <= open) return ok([...won, ...left]);
  const rest = amongTied(count, { tied: left, places: open, through: [...through, ...won] });
  return rest.ok ? ok([...won, ...rest.value]) : rest;
};

const drawAfterTopScores = (count: StarCount, { tied, places, through }: Tied): Finalists => {
  const { task, tops, rounds, tell } = count;
  const simple = task.options.protocol === 'simple';
  const compare = (a: number, b: number): number => (simple ? 0 : tops[a]! - tops[b]!);
  const question = { round: rounds.length + 1, purpose: 'advance', want: 'most', places } as const;
  const chosen = pick(task.ties, { candidates: tied, compare, ...question });
  tell({
    votes: figuresOf(task, tied, (choice) => task.votes(tops[choice]!)),
    actions: [
      chosen.ok
        ? { kind: 'advance', choices: [...through, ...chosen.value], reason: 'most-top-scores' }
        : { kind: 'stop', reason: 'lot-needed' },
    ],
  });
  return chosen;
};
