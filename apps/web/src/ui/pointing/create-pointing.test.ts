import { expect, it } from 'vitest';
import { createPointing } from './create-pointing.ts';

it('tells those who listen, once for each change', () => {
  const pointing = createPointing();
  const seen: (string | null)[] = [];
  const stop = pointing.subscribe(() => seen.push(pointing.current()));
  pointing.point('a');
  pointing.point('a');
  pointing.point(null);
  stop();
  pointing.point('b');
  expect(seen).toEqual(['a', null]);
  expect(pointing.current()).toBe('b');
});
