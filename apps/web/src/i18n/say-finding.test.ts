import { checkSheet, checks, createBallot, type Finding, readVotes } from '@comitium/tally';
import i18next, { type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import { formatCount, formatExact, formatPoints, formatShare, formatTime } from './format.ts';
import { isolate } from './isolate.ts';
import { languageNames } from './language.ts';
import { sayFinding, sayRefusal } from './say-finding.ts';
import type { Format } from './use-format.ts';

const files = import.meta.glob<Record<string, unknown>>('./*/{findings,problems,ui}.json', {
  import: 'default',
  eager: true,
});

const now = new Date(2024, 11, 7, 22, 0);

/** As the pages start it, with the texts that a sending page has at hand. */
const speak = async (language: string, features: readonly string[]): Promise<i18n> => {
  const instance = i18next.createInstance();
  const texts = features.map((feature) => [feature, files[`./${language}/${feature}.json`] ?? {}]);
  await instance.init({
    lng: language,
    fallbackLng: false,
    ns: [...features],
    resources: { [language]: Object.fromEntries(texts) },
    interpolation: { escapeValue: true, escape: (value) => isolate(value, language) },
  });
  return instance;
};

const formatOf = (language: string): Pick<Format, 'count' | 'share' | 'points' | 'exact' | 'time'> => ({
  count: (value) => formatCount(value, language),
  share: (value) => formatShare(value, language),
  points: (value) => formatPoints(value, language),
  exact: (figure) => formatExact(figure, language),
  time: (iso) => formatTime(iso, language, now),
});

const speechIn = async (language: string, features = ['findings', 'problems', 'ui']) => {
  const instance = await speak(language, features);
  const exists = (key: string): boolean => instance.exists(key);
  return { t: instance.t, exists, format: formatOf(language) as Format, language };
};

const ballot = createBallot(
  [
    { id: 'npp', name: 'New Patriotic Party' },
    { id: 'ndc', name: 'Congress' },
  ],
  (key) => key === 'mp',
);
const siblings = { count: 1234, mean: 0.25, deviation: 0.01 };
const at = (hour: number): Date => new Date(2024, 11, 7, hour, 5);
const context = {
  registerFigure: 1777,
  siblings,
  identicalTo: 'GH-A0102',
  pollsClosedAt: at(17),
  capturedAt: at(16),
  receivedAt: at(12),
  previous: { choice: 1, share: 0.125, siblings },
};

const read = (record: Record<string, unknown>): Finding[] => {
  const result = readVotes(record, ballot);
  return result.ok ? [] : result.error;
};
const whole = { votes: [2, 9000], rejected: 1000, cast: 8100, registered: 8080 };
const nothing = { votes: [0, 0], rejected: 0, cast: 0, registered: 6120 };

/** Each rule broken by figures that languages write differently. */
const findings = [
  ...read({ npp: 1, XYZ: 4, mp: 5 }),
  ...read({ npp: -3000, ndc: 2.5 }),
  ...read({ npp: 2 ** 31, ndc: 'many' }),
  ...checkSheet({ ballot, figures: whole, context }),
  ...checkSheet({ ballot, figures: nothing, context: {} }),
];

describe.each(Object.keys(languageNames))('findings in %s', (language) => {
  it('are said with their figures in the marks of the language, and nothing is left open', async () => {
    const speech = await speechIn(language);
    const said = findings.map((finding) => sayFinding(finding, speech));
    expect(said.filter((text) => /[{}]|undefined|NaN/.test(text))).toEqual([]);
    const one = (code: string): string => said[findings.findIndex((found) => found.code === code)] ?? '';
    const { count, share, points, time, exact } = speech.format;
    expect(one('sum_differs')).toContain(count(10_002));
    expect(one('cast_exceeds_registered')).toContain(count(8100));
    expect(one('registered_differs')).toContain(count(1777));
    expect(one('all_zero')).toContain(count(6120));
    expect(one('rejected_share_high')).toContain(share(1000 / 8100));
    expect(one('one_choice_dominates')).toContain(share(9000 / 9002));
    expect(one('turnout_unusual')).toContain(share(0.25));
    expect(one('turnout_unusual')).toContain(count(1234));
    expect(one('figures_identical')).toContain('GH-A0102');
    expect(one('captured_before_close')).toContain(time(at(17).toISOString()));
    expect(one('captured_in_future')).toContain(time(at(12).toISOString()));
    expect(one('swing_unusual')).toContain(points(9000 / 9002 - 0.125));
    expect(one('negative_figure')).toContain(exact('-3000'));
    expect(one('fractional_figure')).toContain(exact('2.5'));
    expect(one('figure_too_large')).toContain(exact(String(2 ** 31)));
    expect(one('unknown_choice')).toContain('XYZ');
    expect(one('missing_choice')).toContain('Congress');
    expect(one('foreign_choice')).toContain('mp');
  });
});

it('every rule but the repeated choice is among them', () => {
  const told = new Set(findings.map(({ rule }) => rule));
  expect(checks.map(({ id }) => id).filter((id) => !told.has(id))).toEqual(['S03']);
});

it('names the figures that are no votes as the form does, and quotes what is no number', async () => {
  const french = await speechIn('fr');
  const broken = [
    { field: 'cast', name: 'cast', value: 'beaucoup' },
    { field: 'votes.ndc', name: 'Congress', value: null },
  ];
  expect(sayFinding({ code: 'fractional_figure', message: '', values: { broken } }, french)).toContain(
    'Bulletins déposés (« beaucoup »), Congress (pas un nombre)',
  );
});

it('keeps names and figures in their own direction in Arabic', async () => {
  const said = sayFinding(
    { code: 'missing_choice', message: '', values: { choices: ['NPP', 'NDC'] } },
    await speechIn('ar'),
  );
  expect(said).toContain('\u2068NPP\u2069، \u2068NDC\u2069');
});

it('says a refusal by its errors, each sentence once, and leaves other problems alone', async () => {
  const speech = await speechIn('fr');
  const values = { cast: 1600, registered: 1500, excess: 100 };
  const errors = ['/cast', '/registered'].map((path) => ({
    ...{ path, code: 'cast_exceeds_registered', message: '1600 ballots …', values },
  }));
  const said = sayRefusal({ code: 'sheet_refused', detail: '1600 ballots …', errors }, speech);
  const [first, second] = said.errors.map(({ message }) => message);
  expect(first).toMatch(/^Bulletins déposés : 1\s600, .* 1\s500 seulement, soit 100 de trop\./);
  expect([second, said.detail, said.code]).toEqual([first, first, 'sheet_refused']);
  const other = { detail: 'The body is not valid.', errors: [{ path: '/', code: 'type', message: 'no' }] };
  expect(sayRefusal(other, speech)).toBe(other);
});

it('speaks in general words where a sheet was judged before values were kept, and else as the server did', async () => {
  const finding = { code: 'sum_differs', message: 'The votes (1) …' };
  expect(sayFinding(finding, await speechIn('ka'))).toBe(
    'ხმებისა და ბათილი ბიულეტენების ჯამი ყუთში ჩაგდებულს არ უდრის',
  );
  expect(sayFinding(finding, await speechIn('en', ['findings', 'ui']))).toBe('The votes (1) …');
  expect(sayFinding({ ...finding, code: 'required', values: {} }, await speechIn('fr'))).toBe(
    finding.message,
  );
});
