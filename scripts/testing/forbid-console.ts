// A test that writes to the console fails: what a program wants to say goes through its log.
import { format } from 'node:util';
import { afterEach } from 'vitest';

const said: string[] = [];
for (const method of ['debug', 'error', 'info', 'log', 'warn'] as const) {
  console[method] = (...words: unknown[]) => void said.push(format(...words));
}

afterEach(() => {
  const lines = said.splice(0);
  if (lines.length > 0) throw new Error(`The test wrote to the console: ${lines.join('\n')}`);
});
