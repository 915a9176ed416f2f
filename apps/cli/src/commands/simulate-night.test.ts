// What is missing or wrong is one sentence, and no trace of the program.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

const simulate = (
  words: readonly string[],
  password?: string,
): Promise<{ code: unknown; problems: string }> =>
  new Promise((resolve) => {
    const { USER_PASSWORD: _, ...environment } = process.env;
    const env = password === undefined ? environment : { ...environment, USER_PASSWORD: password };
    execFile(process.execPath, [main, 'simulate', ...words], { env }, (error, _out, problems) =>
      resolve({ code: error?.code ?? 0, problems }),
    );
  });

test('simulate tells what it lacks', { timeout: 60_000 }, async () => {
  const ended = await Promise.all([
    simulate(['gh-2024']),
    simulate(['gh-2024', '--minutes', 'abc'], 'x'),
    simulate(['es-2023', '--data', '/nowhere'], 'x'),
  ]);
  expect(ended.map(({ code }) => code)).toEqual([1, 1, 1]);
  const sentences = ['Set USER_PASSWORD', 'Give a number from 0.', 'Give its folder'];
  for (const [place, sentence] of sentences.entries()) {
    expect(ended[place]?.problems).toContain(sentence);
    expect(ended[place]?.problems).not.toContain('    at ');
  }
});
