import { expect, it } from 'vitest';
import { fieldsOfRules, fixedChecks, openChecks, settingsOfRules, wrongFields } from './rules-fields.ts';

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
    marginalShare: 0.1,
    authorMayCorrectMinutes: 0,
    equalQuotientsToMoreVotes: true,
  } as const;
  expect(settingsOfRules(fieldsOfRules({ settings }))).toEqual(settings);
});

it('names the fields that hold no share or no number of minutes', () => {
  const fields = { ...usual, rejectedShareMax: '130', choiceShareMin: '', authorMayCorrectMinutes: '1.5' };
  expect(wrongFields(fields)).toEqual(['rejectedShareMax', 'authorMayCorrectMinutes']);
  expect(wrongFields({ ...usual, authorMayCorrectMinutes: '10081' })).toEqual(['authorMayCorrectMinutes']);
});
