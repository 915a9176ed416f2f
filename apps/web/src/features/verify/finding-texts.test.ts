import { describeFinding, findingCodes } from '@comitium/proof';
import { expect, test } from 'vitest';
import texts from '../../i18n/en/verify.json' with { type: 'json' };

const valuesIn = (text: string): string[] =>
  [...text.matchAll(/\{+(\w+)\}+/g)].map(([, name = '']) => name).sort();

test('every finding has words on the page, with the same values as in a terminal', () => {
  const words: Readonly<Record<string, string>> = texts.finding;
  expect(Object.keys(words).sort()).toEqual([...findingCodes].sort());
  for (const code of findingCodes) {
    const named = Object.fromEntries(valuesIn(words[code] ?? '').map((name) => [name, `<${name}>`]));
    const told = describeFinding({ code, values: named });
    for (const value of Object.values(named)) expect(told, code).toContain(value);
  }
});
