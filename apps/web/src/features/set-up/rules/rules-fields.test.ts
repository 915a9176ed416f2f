import { ElectionSettings } from '@comitium/contract';
import { expect, it } from 'vitest';
import { fieldsOfRules, fixedChecks, openChecks, settingsOfRules, wrongLimits } from './rules-fields.ts';

const usual = fieldsOfRules({ settings: {} });

it('offers every check that is a matter of judgement, and none of the others', () => {
  expect(Object.keys(usual.severities)).toEqual(openChecks.map(({ code }) => code));
  expect(fixedChecks.map(({ code }) => code)).toContain('missing_choice');
  expect(Object.keys(usual.severities)).not.toContain('missing_choice');
});

it('saves nothing for what stays as usual', () => {
  expect(settingsOfRules(usual)).toEqual({});
});

it('gives back the settings it was given', () => {
  const settings = {
    severities: { sum_differs: 'error', all_zero: 'off' },
    rejectedShareMax: 0.05,
    choiceShareMin: 0.975,
    choiceShareVotesMin: 0,
    turnoutDeviation: 0.3,
    swingDeviation: 0.125,
    sigmas: 2.5,
    siblingsMin: 8,
    marginalShare: 0.1,
    authorMayCorrectMinutes: 0,
    equalQuotientsToMoreVotes: true,
  } as const;
  expect(settingsOfRules(fieldsOfRules({ settings }))).toEqual(settings);
});

it('has a field for every setting of the contract', () => {
  const { severities, limits, equalQuotientsToMoreVotes } = usual;
  expect(
    [...Object.keys(limits), ...Object.keys({ severities, equalQuotientsToMoreVotes })].toSorted(),
  ).toEqual(Object.keys(ElectionSettings.properties).toSorted());
});

it('names the fields that hold no share, no such number, or no number of minutes', () => {
  const limits = {
    ...usual.limits,
    rejectedShareMax: '130',
    choiceShareMin: '',
    authorMayCorrectMinutes: '1.5',
  };
  expect(wrongLimits({ ...usual, limits })).toEqual(['rejectedShareMax', 'authorMayCorrectMinutes']);
  expect(
    wrongLimits({ ...usual, limits: { ...usual.limits, authorMayCorrectMinutes: '10081' } }),
  ).toHaveLength(1);
  expect(wrongLimits({ ...usual, limits: { ...usual.limits, siblingsMin: '1', sigmas: '10,5' } })).toEqual([
    'sigmas',
    'siblingsMin',
  ]);
});
