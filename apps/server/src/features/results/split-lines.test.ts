import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

const collect = async (chunks: readonly string[], most = 1000): Promise<string[]> => {
  const lines: string[] = [];
  const source = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk, 'latin1');
  })();
  for await (const group of splitLines(source, most)) lines.push(...group);
  return lines;
};

test('lines are told apart wherever the chunks are cut', async () => {
  expect(await collect(['a\nb', 'c\r\n', '\nd'])).toEqual(['a', 'bc', '', 'd']);
  expect(await collect(['a\n'])).toEqual(['a']);
  expect(await collect([])).toEqual([]);
});

test('a character cut in two by a chunk arrives whole', async () => {
  const bytes = Buffer.from('Kwadaso é\n').toString('latin1');
  const cut = bytes.length - 2;
  expect(await collect([bytes.slice(0, cut), bytes.slice(cut)])).toEqual(['Kwadaso é']);
});

test('a line that never ends costs no more than the bound', async () => {
  const lines = await collect([...Array.from({ length: 50 }, () => 'x'.repeat(100)), '\nnext\n'], 300);
  expect(lines.map((line) => line.length)).toEqual([300, 4]);
});
