import { errorCodes } from '@comitium/contract';
import { describe, expect, it } from 'vitest';
import { languageNames } from './language.ts';

const files = import.meta.glob<Record<string, unknown>>('./*/*.json', { import: 'default', eager: true });

const flatten = (value: unknown, path: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flatten(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]];

/** Every text of a language, as `feature:key`. */
const textsOf = (language: string): ReadonlyMap<string, string> => {
  const own = Object.entries(files).filter(([file]) => file.startsWith(`./${language}/`));
  return new Map(
    own.flatMap(([file, texts]) => {
      const feature = file.replace(/^.*\/|\.json$/g, '');
      return flatten(texts, '').map(([key, text]): [string, string] => [`${feature}:${key}`, text]);
    }),
  );
};

const english = textsOf('en');
const plural = /_(zero|one|two|few|many|other)$/;

/** `seats` of `seats_one` where there is a `seats_other` too; a key that merely ends so is its own base. */
const baseOf = (key: string): string => {
  const base = key.replace(plural, '');
  return english.has(`${base}_other`) ? base : key;
};

/** The forms a language's grammar asks for; English may also say something of its own about nothing. */
const formsOf = (base: string, language: string): string[] => {
  if (!english.has(`${base}_other`)) return [base];
  const forms = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
  if (english.has(`${base}_zero`)) forms.add('zero');
  return [...forms].map((form) => `${base}_${form}`);
};

const placeholdersOf = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{(?:- )?(\w+)\}\}/g)].map(([, name = '']) => name))].sort();

/** Forms for one thing, two or none may say so in words; all others name the number as English does. */
const isSpoken = (key: string): boolean => /_(zero|one|two)$/.test(key);

/** Names, signs and words that really are alike, with the languages in which they stand unchanged. */
const alike: Readonly<Record<string, readonly string[]>> = {
  'Comitium|SMS': ['fr', 'ar', 'ka'],
  'E-mail|Notifications|Administration|Invitation|Invitations|Participation|{{points}} pts': ['fr'],
  'province|provinces|district|districts|section|sections|{{count}} message|{{count}} messages': ['fr'],
  '{{count}} minute|{{count}} minutes': ['fr'],
};

const mayBeAlike = (text: string, language: string): boolean =>
  !/\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, '')) ||
  Object.entries(alike).some(([list, where]) => where.includes(language) && list.split('|').includes(text));

const others = Object.keys(languageNames).filter((language) => language !== 'en');

describe.each(others)('the texts in %s', (language) => {
  const texts = textsOf(language);
  const wanted = new Set([...english.keys()].flatMap((key) => formsOf(baseOf(key), language)));

  it('say everything that English says, in every form of number, and nothing more', () => {
    expect([...wanted].filter((key) => !texts.has(key))).toEqual([]);
    expect([...texts.keys()].filter((key) => !wanted.has(key))).toEqual([]);
  });

  it('fill in the same figures and names', () => {
    const wrong = [...texts].filter(([key, text]) => {
      const like = english.get(key) ?? english.get(`${baseOf(key)}_other`) ?? english.get(baseOf(key)) ?? '';
      const expected = placeholdersOf(english.get(`${baseOf(key)}_other`) ?? like);
      const found = placeholdersOf(text);
      const open = isSpoken(key)
        ? expected.filter((name) => found.includes(name) || !isNumber(name))
        : expected;
      return found.join() !== open.join();
    });
    expect(wrong).toEqual([]);
  });

  it('are translated', () => {
    const same = [...texts].filter(([key, text]) => text === english.get(key) && !mayBeAlike(text, language));
    expect(same).toEqual([]);
    expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

/** What a spoken form may leave out. */
const isNumber = (name: string): boolean => name === 'count' || name === 'seats';

it('are read at all', () => {
  expect(english.size).toBeGreaterThan(1000);
});

it('have words for every code of the server and every check of a sheet', () => {
  const said = [...english].filter(([key]) => key.startsWith('problems:problem.'));
  const codes = Object.entries(errorCodes).map(([code, { title }]) => [`problems:problem.${code}`, title]);
  expect(Object.fromEntries(said)).toEqual(Object.fromEntries(codes));
  const checks = [...english.keys()].filter((key) => key.startsWith('set-up:check.'));
  for (const place of ['problems:finding.', 'findings:sentence.'])
    expect(checks.filter((key) => !english.has(key.replace('set-up:check.', place)))).toEqual([]);
});
