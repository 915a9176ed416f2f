import { expect, it } from 'vitest';
import { contestsWithOne, runOffBodyOf, toggleChoice } from './run-off-body.ts';

const fields = { code: ' gh-2024-2 ', name: 'Second round', pollingDate: '2024-12-28', choices: {} };

it('ticks in ballot order, whatever the order of the clicks', () => {
  const ballot = ['npp', 'ndc', 'cpp'];
  const ticked = toggleChoice(ballot, toggleChoice(ballot, [], 'ndc'), 'npp');
  expect(ticked).toEqual(['npp', 'ndc']);
  expect(toggleChoice(ballot, ticked, 'npp')).toEqual(['ndc']);
});

it('sends only the contests that are run again', () => {
  const body = runOffBodyOf({ ...fields, choices: { pres: ['npp', 'ndc'], 'parl-1': [] } });
  expect(body).toEqual({
    code: 'gh-2024-2',
    name: 'Second round',
    pollingDate: '2024-12-28',
    choices: { pres: ['npp', 'ndc'] },
  });
});

it('finds the contests with one choice alone', () => {
  expect(contestsWithOne({ ...fields, choices: { a: ['x'], b: ['x', 'y'], c: [] } })).toEqual(['a']);
});
