import { unwrap } from '@comitium/basics';
import type { BallotForm } from '@comitium/tally/ballots';
import { createBallotFileReader, type FileProblem } from '@comitium/tally/formats';
import type {
  AdvanceReason,
  CountProblem,
  CountReport,
  ElectReason,
  ExcludeReason,
  Leftover,
  Measure,
  StopReason,
  VoteThreshold,
} from '@comitium/tally/methods';
import { countingMethods, findMethod } from '@comitium/tally/methods';
import type { TieRules } from '@comitium/tally/ties';
import { expect, test } from 'vitest';
import texts from '../../../i18n/en/count.json' with { type: 'json' };
import { type Example, examples } from '../examples.ts';
import { flowSize, flows, layFlow } from './flow-layout.ts';
import { reportCsv } from './report-csv.ts';
import { columnKey, tableKey } from './table-key.ts';
import { type Sentence, tellOutcome, tellRounds } from './tell-report.ts';

const exampleOf = (name: Example['name']): Example => {
  const found = examples.find((example) => example.name === name);
  if (found === undefined) throw new Error(name);
  return found;
};

const count = ({ plan, text, method, seats }: Example, ties: TieRules = []): CountReport => {
  const reader = createBallotFileReader(plan);
  reader.push(text);
  const { ballots } = unwrap(reader.end());
  const found = findMethod(method);
  if (found === undefined) throw new Error(`no method ${method}`);
  return unwrap(found.count(ballots, { seats, ties }));
};

const hasText = (key: string): boolean => {
  let inner: unknown = texts;
  for (const part of key.split('.')) {
    if (typeof inner !== 'object' || inner === null) return false;
    const members: Record<string, unknown> = { ...inner };
    inner = members[part];
  }
  return typeof inner === 'string';
};

const formOf = (plan: Example['plan']): BallotForm => {
  if (plan.format !== 'csv') return 'rank';
  return plan.csv.layout === 'scores' ? 'score' : 'choose';
};

const gradesOf = ({ tables }: CountReport): readonly string[] =>
  tables.find(({ name }) => name === 'grades')?.columns ?? [];

const words = (sentences: readonly Sentence[]): string[] =>
  sentences.map(({ key, why, names }) => `${why ?? key}: ${Object.values(names).flat().join(' ')}`);

// The compiler refuses these lists when a reason is missing.
const elect = {
  ...{ 'most-votes': 1, majority: 1, quota: 1, 'active-vote': 1, 'last-standing': 1, 'beats-all': 1 },
  ...{ 'reached-share': 1, 'smallest-defeat': 1, undefeated: 1, 'strongest-paths': 1, 'most-approvals': 1 },
  ...{ 'most-points': 1, 'most-wins': 1, 'largest-margin': 1, 'least-opposed': 1, 'preferred-by-more': 1 },
  ...{ 'fewest-defeats': 1, 'most-top-scores': 1, 'best-grade': 1 },
} satisfies Record<ElectReason, 1>;
const advance = {
  ...{ 'most-votes': 1, 'most-approvals': 1, 'most-points': 1, 'most-wins': 1, 'largest-margin': 1 },
  ...{
    'least-opposed': 1,
    'preferred-by-more': 1,
    'fewest-defeats': 1,
    'most-top-scores': 1,
    'best-grade': 1,
  },
} satisfies Record<AdvanceReason, 1>;
const exclude = {
  ...{ 'fewest-votes': 1, 'cannot-catch-up': 1, 'undeclared-write-in': 1, 'below-minimum': 1 },
} satisfies Record<ExcludeReason, 1>;
const stop = {
  ...{ 'lot-needed': 1, 'runoff-needed': 1, 'no-votes': 1, 'nobody-beats-all': 1 },
} satisfies Record<StopReason, 1>;

const leftover = {
  ...{ 'ran-out': 1, overvote: 1, 'skipped-ranks': 1, repeat: 1, blank: 1, rounding: 1 },
} satisfies Record<Leftover, 1>;
const threshold = {
  ...{ quota: 1, majority: 1, minimum: 1, 'maximum-quota': 1 },
} satisfies Record<VoteThreshold['kind'], 1>;
const measure = { votes: 1, approvals: 1, points: 1, wins: 1, strength: 1 } satisfies Record<Measure, 1>;

const refusal = {
  ...{ unknown_option: 1, option_invalid: 1, seats_invalid: 1, form_unsupported: 1, nobody_stands: 1 },
  ...{ lot_invalid: 1, ballots_unsupported: 1 },
} satisfies Record<CountProblem['code'], 1>;
const problem = {
  ...{ malformed: 1, unexpected_text: 1, unexpected_end: 1, not_supported: 1, number_invalid: 1 },
  ...{ weight_invalid: 1, weight_too_large: 1, ballot_not_ended: 1, unknown_choice: 1, repeated_choice: 1 },
  ...{ duplicate_name: 1, too_many_choices: 1, too_many_marks: 1, header_missing: 1, header_repeated: 1 },
  ...{ count_differs: 1, incomplete_order: 1, tie_not_allowed: 1, score_missing: 1, score_invalid: 1 },
  ...{
    order_contradicts_scores: 1,
    column_missing: 1,
    contest_missing: 1,
    mark_undecided: 1,
    snapshot_undecided: 1,
  },
  ...{ no_ballots: 1, more_problems: 1 },
} satisfies Record<FileProblem['code'], 1>;

test('every reason not to read or not to count has words', () => {
  const keys = Object.entries({ refusal, problem }).flatMap(([kind, names]) =>
    Object.keys(names).map((name) => `${kind}.${name}`),
  );
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
});

test('every figure of the table has a name', () => {
  const keys = Object.entries({ leftover, threshold, measure }).flatMap(([kind, names]) =>
    Object.keys(names).map((name) => `${kind}.${name}`),
  );
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
});

test('every table that a method adds has a name', () => {
  const names = new Set<string>();
  for (const { name, forms, seats } of countingMethods) {
    for (const example of examples.filter(({ plan }) => forms.includes(formOf(plan)))) {
      const report = count({ ...example, method: name, seats: seats === 'one' ? 1 : example.seats }, [
        { by: 'ballot-order' },
      ]);
      for (const table of report.tables) {
        names.add(tableKey(table));
        // Other columns are choices or grades, which have names of their own.
        const own = new Set([...report.choices.map((one) => one.name), ...gradesOf(report)]);
        for (const column of table.columns) if (!own.has(column)) names.add(columnKey(table, column));
      }
    }
  }
  expect(names.size).toBeGreaterThan(4);
  expect([...names].filter((key) => !hasText(key))).toEqual([]);
});

test('every reason that a count can give has words', () => {
  const whys = Object.keys({ ...elect, ...advance, ...exclude }).map((reason) => `why.${reason}`);
  const keys = [...whys, ...Object.keys(stop).map((reason) => `stop.${reason}`)];
  expect(keys.filter((key) => !hasText(key))).toEqual([]);
  expect(hasText('why.by-acclamation')).toBe(false);
});

test('every example is counted, and told in sentences that have words', () => {
  for (const example of examples) {
    const report = count(example);
    const told = [...tellOutcome(report), ...tellRounds(report).flatMap(({ sentences }) => sentences)];
    expect(
      told.map(({ key }) => key).filter((key) => !hasText(key)),
      example.name,
    ).toEqual([]);
    expect(told.length, example.name).toBeGreaterThan(1);
  }
});

test('the capital of Tennessee, round by round', () => {
  const report = count(exampleOf('capital'));
  expect(words(tellOutcome(report))).toEqual(['outcome.elected: Knoxville']);
  expect(tellRounds(report).map(({ sentences }) => words(sentences))).toEqual([
    ['why.fewest-votes: Chattanooga'],
    ['why.fewest-votes: Nashville'],
    ['why.majority: Knoxville'],
  ]);
});

test('a tie asks for a lot, and says afterwards that the lot decided', () => {
  const open = count(exampleOf('level'));
  expect(words(tellOutcome(open))).toEqual(['outcome.lot.exclude: Carmen Dou']);
  const drawn = count(exampleOf('level'), [{ by: 'lot', lots: [[3, 2]] }, { by: 'ballot-order' }]);
  expect(words(tellRounds(drawn)[0]!.sentences)).toContain('tie.lot: Carmen Dou Carmen');
});

const size = flowSize(900, 5);

test('a flow fills the width there is, until names could no longer be read', () => {
  expect(flowSize(900, 2).step).toBe(450);
  expect(flowSize(300, 8).step).toBeGreaterThan(100);
  const report = count(exampleOf('council'));
  expect(layFlow(report, size).width).toBe(report.rounds.length * size.step);
  const piece = layFlow(report, size, report.rounds.slice(2, 4));
  expect(piece.blocks.map(({ round }) => round)).not.toContain(2);
  expect(new Set(piece.ribbons.map(({ round }) => round))).toEqual(new Set([3]));
});

test('a flow keeps every vote: what leaves a block is what it holds, and what arrives fills the next', () => {
  for (const name of ['capital', 'council'] as const) {
    const report = count(exampleOf(name));
    expect(flows(report)).toBe(true);
    const { blocks, ribbons, width, height } = layFlow(report, size);
    for (const { choice, round, votes, x, y } of blocks) {
      expect(x < width && y < height).toBe(true);
      const sum = (side: 'from' | 'to', at: number): number =>
        ribbons
          .filter((one) => one.round === at && one[side] === choice)
          .reduce((all, one) => all + one.votes, 0);
      if (round < report.rounds.length) expect(sum('from', round)).toBeCloseTo(votes, 1);
      if (round > 1) expect(sum('to', round - 1)).toBeCloseTo(votes, 1);
    }
  }
  expect(flows(count(exampleOf('approvals')))).toBe(false);
});

test('a spreadsheet has every figure, and runs no name as a formula', () => {
  const report = count(exampleOf('capital'));
  const named = { ...report, choices: report.choices.map((one) => ({ ...one, name: '=1+1, "x"' })) };
  const [head, first] = reportCsv(named).split('\r\n');
  expect(head).toBe('choice,round 1,round 2,round 3,standing');
  expect(first).toBe(`"'=1+1, ""x""",42,42,42,${report.rounds[2]?.standing[0]}`);
});
