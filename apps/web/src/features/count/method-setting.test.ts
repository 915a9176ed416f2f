import { expect, test } from 'vitest';
import { countSettingOf, settingOf, usualSetting } from './method-setting.ts';

test('an option that was emptied has its default again, and one winner needs no number of seats', () => {
  const several = { ...settingOf('stv', 3), options: { places: ' ', quota: 'hare' } };
  expect(countSettingOf(several)).toMatchObject({ seats: 3, options: { quota: 'hare' } });
  expect(countSettingOf({ ...settingOf('irv', 1), seats: 'three' }).seats).toBe(1);
  expect(countSettingOf({ ...settingOf('stv', 1), seats: 'three' }).seats).toBeNaN();
});

test('ballots are offered the method by which such ballots are most often counted', () => {
  expect(usualSetting({ form: 'rank', seats: 3 })).toMatchObject({ method: 'scottish-stv', seats: '3' });
  expect(usualSetting({ form: 'rank', seats: null })).toMatchObject({ method: 'irv', seats: '1' });
  expect(usualSetting({ form: 'score', seats: 1 }).method).toBe('star');
  expect(usualSetting({ form: 'choose', seats: 1 }).method).toBe('approval');
});
