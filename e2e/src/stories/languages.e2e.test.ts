import type { Page } from 'playwright-core';
import { afterAll, expect, test } from 'vitest';
import { findOverflow } from '../browser/find-overflow.ts';
import { findViolations } from '../browser/find-violations.ts';
import { phone } from '../browser/open-page.ts';
import { electionCode } from '../nation/nation-shape.ts';
import { presidentSheet } from '../nation/president-sheets.ts';
import { sendSheet } from '../nation/send-sheets.ts';
import { openStage, signInOn } from './open-stage.ts';
import { people } from './story-nation.ts';

const stage = await openStage();
afterAll(() => stage.close());
await stage.report('L-1-1-1', { ama: 200, kofi: 100, esi: 10 });
const doubtful = presidentSheet('L-1-1-2', { ama: 12_000, kofi: 300, esi: 45 });
const { body: held } = await sendSheet(stage.admin, { key: 'story:doubtful', ...doubtful, cast: 12_999 });

interface Words {
  readonly direction: 'ltr' | 'rtl';
  /** What the list of languages is called. */
  readonly list: string;
  readonly home: string;
  readonly candidates: string;
  readonly signIn: string;
  readonly desk: string;
  /** Of a sheet whose figures add up to 12,345. */
  readonly doubt: RegExp;
}

const words: Readonly<Record<string, Words>> = {
  fr: {
    direction: 'ltr',
    list: 'Langue',
    home: 'Élections',
    candidates: 'Candidats',
    signIn: 'Se connecter',
    desk: 'Cellule des résultats',
    doubt: /^Les voix .* font 12\s345, mais .* 12\s999\. Comparez avec le formulaire/,
  },
  ar: {
    direction: 'rtl',
    list: 'اللغة',
    home: 'الانتخابات',
    candidates: 'المرشحون',
    signIn: 'تسجيل الدخول',
    desk: 'مكتب النتائج',
    doubt: /^مجموع الأصوات .* \u206812,345\u2069، .* \u206812,999\u2069\. قارن بالاستمارة/,
  },
  ka: {
    direction: 'ltr',
    list: 'ენა',
    home: 'არჩევნები',
    candidates: 'კანდიდატები',
    signIn: 'შესვლა',
    desk: 'შედეგების ჯგუფი',
    doubt: /^ხმებისა .* ჯამია 12\s345, .* 12\s999\. შეადარეთ ფორმას/,
  },
};

const stands = (page: Page, name: string): Promise<void> =>
  page.getByRole('heading', { name, exact: true }).first().waitFor();

const choose = (page: Page, list: string, language: string): Promise<string[]> =>
  page.getByRole('combobox', { name: list, exact: true }).selectOption(language);

const documentSays = async (page: Page): Promise<unknown> =>
  page.evaluate('[document.documentElement.lang, document.documentElement.dir]');

test.each(Object.entries(words))(
  'home, map, sign-in and desk turn over to %s and stay',
  async (language, said) => {
    const { page, complaints, close } = await stage.visit({ viewport: phone });
    const found: string[] = [];
    const look = async (): Promise<void> => {
      await page.evaluate('document.fonts.ready');
      found.push(...(await findOverflow(page)), ...(await findViolations(page)));
    };

    await page.goto('/');
    await stands(page, 'Elections');
    await choose(page, 'Language', language);
    await stands(page, said.home);
    expect(await documentSays(page)).toEqual([language, said.direction]);
    await look();

    // A page of its own: what was chosen is kept on the device.
    await page.goto(`/elections/${electionCode}`);
    await stands(page, said.candidates);
    expect(await documentSays(page)).toEqual([language, said.direction]);
    await look();

    // From the page that is open, too, and back again.
    await choose(page, said.list, 'en');
    await stands(page, 'Candidates');
    expect(await documentSays(page)).toEqual(['en', 'ltr']);

    await signInOn({ page, complaints, close, context: page.context() }, people.desk);
    await page.goto(`/elections/${electionCode}/desk`);
    await stands(page, 'Desk');
    await choose(page, 'Language', language);
    await stands(page, said.desk);
    await look();

    // What a check found is said with its figures, in the marks of the language, and with what to do.
    await page.goto(`/elections/${electionCode}/desk?tab=held&sheet=${held['sheetId']}`);
    await page.getByText(said.doubt).waitFor();
    await look();

    await page.context().clearCookies();
    await page.goto('/sign-in');
    await page.getByRole('button', { name: said.signIn, exact: true }).waitFor();
    await look();
    expect(found).toEqual([]);
    expect(complaints.filter((complaint) => !complaint.includes('401'))).toEqual([]);
    await close();
  },
);

test('an English reader fetches neither letters nor texts of other languages', async () => {
  const { page, close } = await stage.visit();
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.goto('/');
  await stands(page, 'Elections');
  await page.evaluate('document.fonts.ready');
  expect(fetched.filter((path) => /noto-sans|\/(shell|ui)-/.test(path))).toEqual([]);
  await choose(page, 'Language', 'ar');
  await stands(page, 'الانتخابات');
  await page.evaluate('document.fonts.ready');
  expect(fetched.filter((path) => /noto-sans-arabic/.test(path))).toHaveLength(1);
  expect(fetched.filter((path) => /noto-sans-georgian/.test(path))).toEqual([]);
  await close();
});

test('a browser of one of the languages is answered in it, figures in Latin digits', async () => {
  const { page, close } = await stage.visit({ locale: 'ar-EG' });
  await page.goto(`/elections/${electionCode}`);
  await stands(page, 'المرشحون');
  const text = await page.locator('main').textContent();
  expect(text).toMatch(/64\.5\u200e?%/);
  expect(text).not.toMatch(/[٠-٩]/);
  await close();
});
