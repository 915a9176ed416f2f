import { expect, test } from 'vitest';
import { joinErrors } from './join-errors.ts';

const at = (path: string, code: string, line?: number) => ({
  ...{ path, code, message: code },
  ...(line === undefined ? {} : { line }),
});
const codes = (errors: readonly { code: string }[]) => errors.map(({ code }) => code);

test('errors of form and of rules stand together, by line', () => {
  const form = [at('registered', 'not_an_integer', 9), at('level', 'unknown_level', 3)];
  const rules = [at('parent', 'unknown_parent', 3), at('code', 'duplicate_code', 5), at('/areas', 'root')];
  expect(codes(joinErrors(form, rules))).toEqual([
    'root',
    'unknown_level',
    'unknown_parent',
    'duplicate_code',
    'not_an_integer',
  ]);
});

test('a rule says nothing of a place that has no right form, nor of a line that could not be read', () => {
  expect(codes(joinErrors([at('level', 'unknown_level', 3)], [at('level', 'skipped', 3)]))).toEqual([
    'unknown_level',
  ]);
  expect(
    codes(joinErrors([at('', 'cell_count', 3)], [at('code', 'empty', 3), at('code', 'empty', 4)])),
  ).toEqual(['cell_count', 'empty']);
  expect(codes(joinErrors([at('/areas/3', 'type')], [at('/areas/3/code', 'empty')]))).toEqual(['type']);
  expect(codes(joinErrors([at('/areas/3', 'type')], [at('/areas/30/code', 'empty')]))).toHaveLength(2);
  expect(
    codes(joinErrors([at('/areas/3', 'additionalProperties')], [at('/areas/3/code', 'x')])),
  ).toHaveLength(2);
});
