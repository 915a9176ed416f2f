import { expect, test } from 'vitest';
import { checks } from './checks.ts';

test('the registry lists every rule by number, with its default severity', () => {
  expect(
    checks.map(({ id, code, severity, structural }) => `${id} ${code} ${severity}${structural ? '!' : ''}`),
  ).toEqual([
    'S01 unknown_choice error!',
    'S02 missing_choice error!',
    'S03 repeated_choice error!',
    'S04 foreign_choice error!',
    'S05 negative_figure error!',
    'S06 fractional_figure error!',
    'S07 figure_too_large error!',
    'S08 sum_differs hold',
    'S09 cast_exceeds_registered hold',
    'S10 registered_differs warning',
    'S11 all_zero hold',
    'S12 rejected_share_high warning',
    'S13 one_choice_dominates warning',
    'S14 turnout_unusual warning',
    'S15 figures_identical warning',
    'S16 captured_before_close hold',
    'S17 swing_unusual warning',
    'S18 captured_in_future warning',
  ]);
});
