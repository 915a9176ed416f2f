import { expect, test } from 'vitest';
import type { CheckContext } from './check-context.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkSheet } from './check-sheet.ts';
import type { SheetFigures } from './sheet-figures.ts';
import { sheet } from './sheet-fixture.ts';
import type { SheetSettings } from './sheet-settings.ts';

const rulesOf = (
  figures: Partial<SheetFigures>,
  context?: CheckContext,
  settings?: SheetSettings,
): string[] => checkSheet(sheet(figures, context), settings).map(({ rule }) => rule);

test('a clean sheet has no findings', () => {
  expect(checkSheet(sheet())).toEqual([]);
});

test('S05 a negative figure is an error and silences the sums', () => {
  expect(checkSheet(sheet({ votes: [214, -203, 10], rejected: -1 }))).toMatchObject([
    { rule: 'S05', code: 'negative_figure', severity: 'error', fields: ['votes.id-ndc', 'rejected'] },
  ]);
});

test('S06 a fraction is an error', () => {
  expect(rulesOf({ cast: 431.5 })).toEqual(['S06']);
  expect(rulesOf({ registered: Number.NaN })).toEqual(['S06']);
});

test('S07 a figure beyond the largest is an error', () => {
  expect(rulesOf({ registered: 2 ** 31 })).toEqual(['S07']);
  expect(rulesOf({ registered: 2 ** 31 - 1 })).toEqual([]);
});

test('S05 S06 S07 figures can be checked alone', () => {
  expect(checkNumbers({ rejected: 4, cast: 431, registered: 612 })).toEqual([]);
  expect(checkNumbers({ rejected: -1.5, cast: null }).map(({ rule }) => rule)).toEqual(['S05', 'S06']);
});

test('S05 S06 S07 cannot be turned down', () => {
  const settings: SheetSettings = { severities: { negative_figure: 'off', fractional_figure: 'warning' } };
  expect(checkSheet(sheet({ rejected: -1, cast: 0.5 }), settings)).toMatchObject([
    { rule: 'S05', severity: 'error' },
    { rule: 'S06', severity: 'error' },
  ]);
});

test('S08 a sum that differs is held, with both figures', () => {
  expect(checkSheet(sheet({ cast: 430, votes: [214, 207, 10] }))).toEqual([
    {
      rule: 'S08',
      code: 'sum_differs',
      severity: 'hold',
      message:
        'The votes (431) and rejected (4) add up to 435, but 430 ballots are recorded as cast. Compare with the form and correct one of them.',
      fields: ['votes', 'rejected', 'cast'],
      values: { votes: 431, rejected: 4, sum: 435, cast: 430 },
    },
  ]);
});

test('S08 a severity can be raised, lowered or switched off', () => {
  const severityWith = (severity: 'error' | 'warning' | 'off') =>
    checkSheet(sheet({ cast: 430 }), { severities: { sum_differs: severity } }).map(
      (finding) => finding.severity,
    );
  expect(severityWith('error')).toEqual(['error']);
  expect(severityWith('warning')).toEqual(['warning']);
  expect(severityWith('off')).toEqual([]);
});

test('S09 more ballots than people are held; as many are not', () => {
  expect(checkSheet(sheet({ registered: 430 }))).toMatchObject([{ rule: 'S09', severity: 'hold' }]);
  expect(rulesOf({ registered: 431 })).toEqual([]);
});

test('S10 another figure than the register’s is a warning', () => {
  expect(checkSheet(sheet({}, { registerFigure: 600 }))).toMatchObject([
    { rule: 'S10', severity: 'warning' },
  ]);
  expect(rulesOf({}, { registerFigure: 612 })).toEqual([]);
});

test('S11 an empty sheet is held', () => {
  expect(rulesOf({ votes: [0, 0, 0], rejected: 0, cast: 0 })).toEqual(['S11']);
  expect(rulesOf({ votes: [0, 0, 0], rejected: 0, cast: 1 })).toEqual(['S08']);
});

test('S12 rejected ballots warn from three per cent on', () => {
  expect(rulesOf({ votes: [50, 47, 0], rejected: 3, cast: 100 })).toEqual(['S12']);
  expect(rulesOf({ votes: [500, 471, 0], rejected: 29, cast: 1000, registered: 1000 })).toEqual([]);
  expect(rulesOf({ votes: [50, 47, 0], rejected: 3, cast: 100 }, {}, { rejectedShareMax: 0.05 })).toEqual([]);
});

test('S13 one choice with nearly all votes warns, from fifty votes on', () => {
  expect(rulesOf({ votes: [1, 49, 0], rejected: 0, cast: 50 })).toEqual(['S13']);
  expect(rulesOf({ votes: [1, 48, 0], rejected: 0, cast: 49 })).toEqual([]);
  expect(rulesOf({ votes: [2, 97, 0], rejected: 0, cast: 99 })).toEqual([]);
  expect(rulesOf({ votes: [2, 97, 0], rejected: 0, cast: 99 }, {}, { choiceShareMin: 0.9 })).toEqual(['S13']);
});

test('S14 turnout far from its siblings’ warns; few or scattered siblings keep silent', () => {
  const figures = { votes: [50, 45, 4], rejected: 1, cast: 100, registered: 100 };
  const siblings = { count: 5, mean: 0.7, deviation: 0.05 };
  expect(rulesOf(figures, { siblings })).toEqual(['S14']);
  expect(rulesOf({ ...figures, registered: 500 }, { siblings })).toEqual(['S14']);
  expect(rulesOf(figures, { siblings: { ...siblings, count: 4 } })).toEqual([]);
  expect(rulesOf(figures, { siblings: { ...siblings, mean: 0.75 } })).toEqual([]);
  expect(rulesOf(figures, { siblings: { ...siblings, deviation: 0.11 } })).toEqual([]);
  expect(rulesOf(figures, { siblings }, { turnoutDeviation: 0.4 })).toEqual([]);
});

test('S15 figures of another station warn and name it', () => {
  const [finding] = checkSheet(sheet({}, { identicalTo: 'GH-A0102' }));
  expect(finding).toMatchObject({ rule: 'S15', code: 'figures_identical', severity: 'warning' });
  expect(finding?.message).toContain('GH-A0102');
  expect(rulesOf({ votes: [0, 0, 0], rejected: 0, cast: 0 }, { identicalTo: 'GH-A0102' })).toEqual(['S11']);
});

test('S16 a form captured before the close is held', () => {
  const pollsClosedAt = new Date('2024-12-07T17:00:00Z');
  expect(rulesOf({}, { pollsClosedAt, capturedAt: new Date('2024-12-07T16:59:59Z') })).toEqual(['S16']);
  expect(rulesOf({}, { pollsClosedAt, capturedAt: pollsClosedAt })).toEqual([]);
  expect(rulesOf({}, { pollsClosedAt })).toEqual([]);
});

test('S17 a swing far from its siblings’ warns', () => {
  const figures = { votes: [60, 40, 0], rejected: 0, cast: 100 };
  const siblings = { count: 9, mean: 0.02, deviation: 0.03 };
  expect(rulesOf(figures, { previous: { choice: 0, share: 0.4, siblings } })).toEqual(['S17']);
  expect(rulesOf(figures, { previous: { choice: 0, share: 0.55, siblings } })).toEqual([]);
  expect(
    rulesOf(figures, { previous: { choice: 0, share: 0.4, siblings: { ...siblings, count: 4 } } }),
  ).toEqual([]);
});

test('S18 a form captured after the sheet arrived warns, beyond what clocks are commonly off', () => {
  const receivedAt = new Date('2024-12-07T18:00:00Z');
  const captured = (time: string) => ({ receivedAt, capturedAt: new Date(`2024-12-07T${time}Z`) });
  expect(checkSheet(sheet({}, captured('18:10:01')))).toEqual([
    {
      rule: 'S18',
      code: 'captured_in_future',
      severity: 'warning',
      message:
        'The form was captured at 2024-12-07T18:10:01.000Z, but arrived before that, at 2024-12-07T18:00:00.000Z. Check date, time and time zone of the device, and when the form was filled in.',
      fields: ['capturedAt'],
      values: { capturedAt: '2024-12-07T18:10:01.000Z', receivedAt: '2024-12-07T18:00:00.000Z' },
    },
  ]);
  expect(rulesOf({}, captured('18:10:00'))).toEqual([]);
  expect(rulesOf({}, captured('17:00:00'))).toEqual([]);
  expect(rulesOf({}, { receivedAt })).toEqual([]);
  expect(rulesOf({}, { capturedAt: new Date('2099-01-01T00:00:00Z') })).toEqual([]);
  expect(rulesOf({}, captured('19:00:00'), { severities: { captured_in_future: 'off' } })).toEqual([]);
});

test('several rules are reported together, in order', () => {
  const pollsClosedAt = new Date(1000);
  const context = { registerFigure: 1, identicalTo: 'B', pollsClosedAt, capturedAt: new Date(0) };
  expect(rulesOf({ votes: [900, 0, 0], rejected: 100, cast: 800 }, context)).toEqual([
    'S08',
    'S09',
    'S10',
    'S12',
    'S13',
    'S15',
    'S16',
  ]);
});

test('votes in another width than the ballot’s are a bug of the caller', () => {
  expect(() => checkSheet(sheet({ votes: [1] }))).toThrow(RangeError);
});
