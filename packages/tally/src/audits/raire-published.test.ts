// Real elections, and the examples of the paper and of its guide. The ballots are public; the statements that are expected are those
// that raire-rs (DemocracyDevelopers) and Arlo publish for them.
import { unwrap } from '@comitium/basics';
import { expect, test } from 'vitest';
import { bravoSampleSize } from './bravo.ts';
import { refuteAll } from './drop-needless.ts';
import { type IrvAssertion, notExcludedBefore, type RankedBallots, votesAmong } from './irv-assertions.ts';
import { type Difficulty, raire } from './raire.ts';
import { superSimpleSampleSize } from './super-simple.ts';

/** `021 5` is five ballots that rank the candidates 0, 2, 1. */
const ballotsOf = (candidates: number, text: string): RankedBallots => ({
  candidates,
  groups: text.split(';').map((group) => {
    const [order = '', count = ''] = group.split(' ');
    return { order: [...order].map(Number), count: Number(count) };
  }),
});

/** `0>1 of 0,1,2` is a lead among those standing, `0>1` one over all that the other can ever have. */
const wordsOf = (statement: IrvAssertion): string => {
  const among = statement.kind === 'not-excluded-next' ? ` of ${statement.standing.join()}` : '';
  return `${statement.winner}>${statement.loser}${among}: ${statement.forWinner - statement.forLoser}`;
};

const statementsOf = (ballots: RankedBallots, winner: number, difficulty?: Difficulty): string[] => {
  const found = raire(ballots, winner, { difficulty });
  return found.ok ? found.value.map(wordsOf) : [];
};

test('RL09 Uralla 2021, mayor: the statements of raire-rs', () => {
  const uralla =
    '012 244;01 69;021 591;02 121;0 1798;102 70;10 23;120 81;12 22;1 269;201 114;20 34;210 79;21 23;2 243';
  expect(statementsOf(ballotsOf(3, uralla), 0)).toEqual([
    '0>2 of 0,2: 2320',
    '0>1 of 0,1,2: 2358',
    '0>1 of 0,1: 2404',
  ]);
});

test('RL09 Berkeley 2010, council district 1: the statements of Arlo', () => {
  const berkeley =
    '0 244;132 19;120 76;2 1730;301 37;32 15;142 1;24 7;102 94;320 19;30 9;321 9;201 589;230 106;031 58;312 8;231 49;13 8;024 3;04 4;310 25;10 51;1 53;210 460;41 1;23 49;01 92;3 42;103 62;032 24;02 182;104 1;021 199;130 33;034 1;204 7;20 340;302 19;234 2;023 89;31 6;4 18;123 23;012 215;140 1;013 147;03 16;213 74;214 2;014 4; 726;21 126;203 194;34 2;12 54;304 1';
  expect(statementsOf(ballotsOf(5, berkeley), 2)).toEqual([
    '2>0 of 0,2: 2348',
    '2>1: 2666',
    '2>3: 3175',
    '2>4: 3701',
  ]);
});

test('RL10 the guide to RAIRE: a difficulty of 27 ballots per vote', () => {
  const guide = ballotsOf(4, '210 5000;123 1000;30 1500;03 4000;3 2000');
  const found = raire(guide, 2);
  expect(found.ok && Math.max(...found.value.map((one) => 13_500 / (one.forWinner - one.forLoser)))).toBe(27);
  expect(found.ok && found.value.length).toBeLessThanOrEqual(5);
});

test('RL09 sample sizes of the paper’s examples 10 and 11', () => {
  const ballots = ballotsOf(3, '012 10000;102 6000;201 5999');
  const expected = { over1: 0, over2: 0, under1: 0, under2: 0 };
  for (const loser of [1, 2]) {
    const { forWinner, forLoser } = notExcludedBefore(ballots, 0, loser);
    const plan = { ballots: 21_999, riskLimit: 0.05 };
    // 135.3 and 135.2; 36.2 both.
    expect(bravoSampleSize({ votes: [forWinner, forLoser] }, plan)).toBe(136);
    const comparison = { margin: (forWinner - forLoser) / 21_999, inflation: 1.1 };
    expect(superSimpleSampleSize(comparison, { riskLimit: 0.05, expected })).toBe(37);
  }
});

test('RL10 polling prefers other statements than comparing', () => {
  const polling: Difficulty = (forWinner, forLoser) => (forWinner + forLoser) / (forWinner - forLoser) ** 2;
  const example = ballotsOf(4, '012 5000;021 5000;120 5000;102 1500;210 5000;201 500;30 5000');
  for (const difficulty of [undefined, polling]) {
    const found = raire(example, 0, { difficulty });
    expect(found.ok).toBe(true);
  }
  // The hardest of polling is harder for comparing, and the other way round never easier.
  const hardest = (cost: Difficulty, difficulty?: Difficulty) => {
    const found = raire(example, 0, { difficulty });
    return found.ok ? Math.max(...found.value.map((one) => cost(one.forWinner, one.forLoser))) : 0;
  };
  expect(hardest(polling, polling)).toBeLessThanOrEqual(hardest(polling));
});

/** 4,000 voters on a square who know up to six of the candidates, by a generator of Lehmer with a fixed start. */
const squareOf = (candidates: number): RankedBallots => {
  let state = 48_271;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const places = Array.from({ length: candidates }, () => [next(), next()] as const);
  const groups = Array.from({ length: 4_000 }, () => {
    const [x, y] = [next(), next()];
    const away = places.map(([a, b], one) => ({ one, far: Math.hypot(a - x, b - y) + next() / 10 }));
    away.sort((a, b) => a.far - b.far);
    return { order: away.slice(0, 1 + Math.floor(next() * 6)).map(({ one }) => one), count: 1 };
  });
  return { candidates, groups };
};

const winnerOf = ({ candidates, groups }: RankedBallots): number => {
  let standing = Array.from({ length: candidates }, (_, one) => one);
  while (standing.length > 1) {
    const votes = votesAmong({ candidates, groups }, standing);
    const last = standing.reduce((a, b) => (votes[b]! < votes[a]! ? b : a));
    standing = standing.filter((one) => one !== last);
  }
  return standing[0]!;
};

test('RL09 RL18 ten candidates: every order refuted, none of the statements needless', () => {
  const ballots = squareOf(10);
  const winner = winnerOf(ballots);
  const found = unwrap(raire(ballots, winner));
  const contest = { candidates: 10, winner };
  expect(refuteAll(found, contest)).toBe(true);
  for (const { forWinner, forLoser } of found) expect(forWinner).toBeGreaterThan(forLoser);
  for (const statement of found)
    expect(
      refuteAll(
        found.filter((one) => one !== statement),
        contest,
      ),
    ).toBe(false);
});

test('RL09 RL18 twelve candidates', () => {
  const ballots = squareOf(12);
  const winner = winnerOf(ballots);
  expect(refuteAll(unwrap(raire(ballots, winner)), { candidates: 12, winner })).toBe(true);
});
