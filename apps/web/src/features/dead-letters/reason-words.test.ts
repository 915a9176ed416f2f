import { expect, it } from 'vitest';
import texts from '../../i18n/en/dead-letters.json';
import { reasonWords } from './reason-words.ts';

it('says every kind of reason in words that exist', () => {
  const said = [
    'no_gateway',
    'smtp_550',
    'http_503',
    'twilio_21211',
    'unknown_interrupted',
    'econnrefused',
  ].map(reasonWords);
  expect(said).toEqual([
    { key: 'no_gateway', code: '' },
    { key: 'smtp', code: '550' },
    { key: 'http', code: '503' },
    { key: 'twilio', code: '21211' },
    { key: 'unknown', code: 'interrupted' },
    { key: 'other', code: 'econnrefused' },
  ]);
  for (const { key } of said) expect(Object.keys(texts.reason)).toContain(key);
});
