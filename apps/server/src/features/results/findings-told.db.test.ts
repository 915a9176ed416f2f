// What the answers say of broken rules: the same values in receipt, list, detail, repetition and refusal.
import type {
  FieldError,
  FindingValues,
  PageOf,
  Sheet,
  SheetDetail,
  SheetReceipt,
  SheetWarning,
} from '@comitium/contract';
import type { FindingValues as TalliedValues } from '@comitium/tally';
import { afterAll, expect, expectTypeOf, test } from 'vitest';
import { createTestDatabase } from '../../platform/database/testing/create-test-database.ts';
import { openTestApp } from '../../testing/open-test-app.ts';
import { openTestElection, presidentSheet } from '../../testing/test-nation.ts';

const bed = await openTestApp(await createTestDatabase());
await openTestElection(bed, { shape: [1, 1, 6] });
const admin = await bed.addPerson('admin@x.example', { role: 'platform_administrator' });
afterAll(() => bed.close());

const results = '/elections/e/results';
const sound = presidentSheet('L-1-1-1', { ama: 100, kofi: 200, esi: 50 });
const send = (body: object, key: string) =>
  bed.send('POST', `${results}/polling-station`, { headers: { ...admin, 'idempotency-key': key }, body });

test('the wire knows every value that a rule gives', () => {
  expectTypeOf<keyof FindingValues>().toEqualTypeOf<keyof TalliedValues>();
  expectTypeOf<TalliedValues>().toExtend<FindingValues>();
});

test('a held sheet tells the figures of its finding wherever it is shown', async () => {
  const answer = await send({ ...sound, cast: 99, rejected: 1 }, 'held');
  const { sheetId, warnings } = answer.json<SheetReceipt>();
  const told: SheetWarning = {
    rule: 'S08',
    code: 'sum_differs',
    severity: 'hold',
    message:
      'The votes (350) and rejected (1) add up to 351, but 99 ballots are recorded as cast. Compare with the form and correct one of them.',
    fields: ['votes', 'rejected', 'cast'],
    values: { votes: 350, rejected: 1, sum: 351, cast: 99 },
  };
  expect(warnings).toEqual([told]);
  const repeated = await send({ ...sound, cast: 99, rejected: 1 }, 'held');
  expect(repeated.json<SheetReceipt>().warnings).toEqual([told]);
  const list = await bed.send('GET', `${results}/sheets?status=held`, { headers: admin });
  expect(list.json<PageOf<Sheet>>().items.map((sheet) => sheet.warnings)).toEqual([[told]]);
  const detail = await bed.send('GET', `${results}/sheets/${sheetId}`, { headers: admin });
  expect(detail.json<SheetDetail>().sheet.warnings).toEqual([told]);
  expect(detail.json<SheetDetail>().revisions[0]?.warnings).toEqual([told]);
});

test('a refusal tells each field what is wrong with it', async () => {
  const votes = { ama: -3, kofi: 'many', esi: 50, nobody: 1 };
  const answer = await send({ ...sound, station: 'L-1-1-2', votes, cast: null }, 'refused');
  expect(answer.statusCode).toBe(422);
  const { errors } = answer.json<{ errors: FieldError[] }>();
  expect(errors.map(({ path, code, values }) => [path, code, values])).toEqual([
    ['/votes/nobody', 'unknown_choice', { choices: ['nobody'] }],
    ['/votes/ama', 'negative_figure', { broken: [{ field: 'votes.ama', name: 'Ama', value: -3 }] }],
    ['/votes/kofi', 'fractional_figure', { broken: [{ field: 'votes.kofi', name: 'Kofi', value: 'many' }] }],
    ['/cast', 'fractional_figure', { broken: [{ field: 'cast', name: 'cast', value: null }] }],
  ]);
});

test('two thousand unknown choices are answered in no more words than they deserve', async () => {
  const strangers = Object.fromEntries(Array.from({ length: 1990 }, (_, i) => [`stranger-${i}`, 1]));
  const votes = { ...sound.votes, ...strangers };
  const answer = await send({ ...sound, station: 'L-1-1-2', votes }, 'strangers');
  expect(answer.statusCode).toBe(422);
  expect(answer.json<{ errors: FieldError[] }>().errors).toHaveLength(1990);
  expect(answer.body.length).toBeLessThan(1_000_000);
});

test('a form from the future is taken with a warning, by the clock of the server', async () => {
  const receivedAt = bed.time.now.toISOString();
  const minutesAhead = (minutes: number): string =>
    new Date(bed.time.now.getTime() + minutes * 60_000).toISOString();
  const ahead = { ...sound, station: 'L-1-1-3', capturedAt: minutesAhead(30) };
  expect((await send(ahead, 'ahead')).json<SheetReceipt>()).toMatchObject({
    status: 'accepted',
    warnings: [
      {
        rule: 'S18',
        code: 'captured_in_future',
        severity: 'warning',
        values: { capturedAt: minutesAhead(30), receivedAt },
      },
    ],
  });
  const other = presidentSheet('L-1-1-4', { ama: 101, kofi: 199, esi: 50 });
  const nearly = await send({ ...other, capturedAt: minutesAhead(9) }, 'nearly');
  expect(nearly.json<SheetReceipt>().warnings).toEqual([]);
});
