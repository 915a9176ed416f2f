import { type Language, languages } from '@comitium/contract';
import { expect, test } from 'vitest';
import { type MessageTemplate, messageTemplates } from './message-templates.ts';
import { checkValues, renderEmail, renderPush, renderSms } from './render-message.ts';
import { smsSegments } from './sms-segments.ts';

const values: Readonly<Record<string, string>> = {
  code: '042917',
  minutes: '5',
  link: 'https://vote.example/a?b=1&c=2',
  role: 'reviewer',
  inviter: 'Ama <b>Mensah</b>',
  device: 'Firefox, Android',
  time: '14:05',
  text: 'Your password was changed.',
};
const names = Object.keys(messageTemplates) as MessageTemplate[];
const every = languages.flatMap((language) => names.map((template) => ({ language, template })));

const needed = (template: MessageTemplate) =>
  Object.fromEntries(messageTemplates[template].values.map((name) => [name, values[name] ?? '']));

const words = (template: MessageTemplate, language: Language) => ({
  template,
  language,
  values: needed(template),
});

test.each(every)(
  '$template in $language says all its values and leaves no brace',
  ({ template, language }) => {
    const email = renderEmail(words(template, language));
    const sms = renderSms(words(template, language), 'vote.example');
    for (const text of [email.subject, email.text, email.html, sms])
      expect(text).not.toMatch(/[{}]|undefined/);
    const said = messageTemplates[template].values.filter(
      (name) => !(template === 'change_phone' && name === 'minutes'),
    );
    for (const name of said) expect(email.text).toContain(values[name]);
    if ((messageTemplates[template].values as readonly string[]).includes('link')) {
      expect(email.html).toContain('href="https://vote.example/a?b=1&#38;c=2"');
      expect(renderPush(words(template, language)).link).toBe(values.link);
    }
  },
);

test('an e-mail fetches nothing and runs nothing when it is opened', () => {
  for (const { template, language } of every) {
    const { html } = renderEmail(words(template, language));
    expect(html).not.toMatch(/<(img|link|script|iframe|style|object|svg)|src=|url\(|@import/i);
  }
});

test('a name is text, wherever it stands', () => {
  const { html, subject } = renderEmail({
    ...words('invitation', 'en'),
    values: { ...needed('invitation'), inviter: 'Eve\r\nBcc: all@example.org <img src=x>' },
  });
  expect(html).toContain('Eve Bcc: all@example.org &#60;img src=x&#62;');
  expect(subject).not.toMatch(/[\r\n]/);
});

test('Arabic e-mails run from right to left, their codes and addresses from left to right', () => {
  const { html } = renderEmail(words('sign_in_code', 'ar'));
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toMatch(/<p dir="ltr" style="[^"]*monospace[^"]*">042917<\/p>/);
  expect(renderEmail(words('sign_in_code', 'ka')).html).toContain('<html lang="ka" dir="ltr">');
});

test('an SMS with a code takes one segment in every language, and names its length', () => {
  const lengths = languages.flatMap((language) =>
    (['sign_in_code', 'change_phone'] as const).map((template) => {
      const sms = renderSms(words(template, language), 'a-rather-long-name-of-a-host.elections.example');
      return [language, template, sms.length, smsSegments(sms)];
    }),
  );
  expect(lengths.filter(([, , , segments]) => segments !== 1)).toEqual([]);
  const length = Object.fromEntries(
    lengths.map(([language, template, signs]) => [`${language} ${template}`, signs]),
  );
  expect(length).toEqual({
    'en sign_in_code': 125,
    'en change_phone': 124,
    'fr sign_in_code': 136,
    'fr change_phone': 128,
    'ar sign_in_code': 46,
    'ar change_phone': 41,
    'ka sign_in_code': 54,
    'ka change_phone': 43,
  });
});

test('a code is bound to the site where that fits', () => {
  expect(renderSms(words('sign_in_code', 'en'), 'vote.example')).toMatch(/\n\n@vote\.example #042917$/);
  expect(renderSms(words('sign_in_code', 'ka'), 'vote.example')).not.toContain('@');
});

test('a message without one of its values is a bug of its sender', () => {
  expect(() => checkValues('invitation', { link: 'https://x.example' })).toThrow(/role, inviter/);
});
