import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditDrawBody, AuditIrvBody, AuditMeasureBody, AuditPlanBody } from '@comitium/contract';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, expect, test } from 'vitest';
import { type DrawOptions, drawPapers } from './draw-papers.ts';
import type { MeasureOptions } from './finding.ts';
import { measureRisk } from './measure-risk.ts';
import { planAudit } from './plan-audit.ts';
import { printDraw, printIrv, printMeasure, printPlan, writeDrawCsv } from './print-audit.ts';
import { type IrvOptions, proveIrv } from './prove-irv.ts';

const folder = mkdtempSync(join(tmpdir(), 'comitium-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const silent = () => undefined;
const fits = (schema: TSchema, value: unknown) => expect([...Value.Errors(schema, value)]).toEqual([]);

const results = fileOf('results.csv', 'choice,votes\nAnn,6480\nBob,4320\nCy,600\n');
const manifest = fileOf('manifest.csv', 'batch,ballots\nNorth,5000\n"East, upper",3000\nPost,4000\n');
const divided = fileOf(
  'divided.csv',
  'batch,choice,votes\nNorth,Ann,2700\nNorth,Bob,1800\n"East, upper",Ann,1620\n"East, upper",Bob,1080\n"East, upper",Cy,200\nPost,Ann,2160\nPost,Bob,1440\nPost,Cy,400\n',
);
const strata = fileOf(
  'strata.csv',
  'stratum,choice,votes\ncompared,Ann,5400\ncompared,Bob,3600\npolled,Ann,1080\npolled,Bob,720\npolled,Cy,100\n',
);
const riskLimit = '5%';

const codesOf = (report: { readonly ok: boolean; readonly error?: readonly { readonly code: string }[] }) =>
  (report.error ?? []).map(({ code }) => code);

test('a plan names the size of every audit that the files allow', () => {
  const plan = planAudit(results, { manifest, riskLimit });
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  fits(AuditPlanBody, plan.value);
  expect(plan.value).toMatchObject({
    ballots: 12_000,
    winners: ['Ann'],
    closest: { winner: 'Ann', loser: 'Bob', votes: 2_160 },
  });
  expect(plan.value.sizes.map(({ method, size }) => `${method} ${size}`)).toEqual([
    'bravo 171',
    'bravo 252',
    'bravo 323',
    'bravo 447',
    'minerva 162',
    'minerva 202',
    'minerva 257',
    'comparison 35',
    'comparison 38',
  ]);
  expect(printPlan(plan.value)).toMatch(/18 % of the papers[\s\S]*BRAVO +on average +171 ballots/);
  const batches = planAudit(divided, { manifest, riskLimit, batches: 'batch' });
  expect(batches).toMatchObject({
    value: { sizes: { 9: { method: 'batch', size: null, unit: 'batches' } } },
  });
  const two = planAudit(strata, {
    riskLimit,
    strata: 'stratum',
    strataBallots: 'compared=10000,polled=2000',
  });
  expect(two.ok && printPlan(two.value)).toMatch(
    /SUITE +without errors +\d+ ballots \(\d+ compared, \d+ polled\)/,
  );
});

test('what is wrong with a plan is said', () => {
  const plan = (file: string, options: Partial<Parameters<typeof planAudit>[1]>) =>
    codesOf(planAudit(file, { riskLimit, ballots: '12000', ...options }));
  expect(plan(results, { riskLimit: '100%' })).toEqual(['risk_limit_invalid']);
  expect(plan(results, { ballots: undefined })).toEqual(['ballots_missing']);
  expect(plan(results, { ballots: '6000' })).toEqual(['ballots_too_few']);
  expect(plan(results, { winners: '3' })).toEqual(['winners_invalid']);
  expect(plan(results, { batches: 'box' })).toEqual(['column_missing']);
  expect(plan(divided, { batches: 'batch' })).toEqual(['manifest_missing']);
  expect(plan(strata, { strata: 'stratum' })).toEqual(['strata_invalid']);
  expect(plan(join(folder, 'nowhere.csv'), {})).toEqual(['file_missing']);
  expect(plan(fileOf('tied.csv', 'choice,votes\nAnn,5\nBob,5\n'), {})).toEqual(['result_tied']);
  const wrong = planAudit(fileOf('wrong.csv', 'choice,votes\nAnn,5\nAnn,x\n,1\n'), {
    riskLimit,
    ballots: '9',
  });
  expect(wrong).toMatchObject({
    error: [
      { code: 'repeated_choice', line: 3, column: 1 },
      { code: 'number_invalid', line: 3, column: 5 },
      { code: 'choice_missing', line: 4, column: 1 },
    ],
  });
  expect(
    plan(divided, { batches: 'batch', manifest: fileOf('few.csv', 'batch,ballots\nNorth,9000\n') }),
  ).toEqual(['unknown_batch', 'unknown_batch']);
});

const usual: DrawOptions = {
  seed: '31415926535897932384',
  count: '4',
  skip: '0',
  sampler: 'counter',
  replace: true,
  idForm: '{batch},{position}',
  batches: 'batch',
};
const draw = (options: Partial<DrawOptions>, path = manifest) =>
  drawPapers(path, { ...usual, ...options }, silent);

test('the same seed draws the same papers, and more of them go on where fewer end', () => {
  const four = draw({});
  if (!four.ok) throw new Error(JSON.stringify(four.error));
  fits(AuditDrawBody, four.value);
  for (const sampler of ['counter', 'tickets']) {
    const whole = draw({ count: '9', sampler });
    const rest = draw({ count: '5', skip: '4', sampler });
    expect(whole.ok && rest.ok && whole.value.draws.slice(4)).toEqual(rest.ok && rest.value.draws);
  }
  expect(printDraw(four.value)).toContain('To fetch: 4 different ballots.');
  expect(writeDrawCsv(four.value)).toMatch(/^draw,batch,position,times,ticket\n1,/);
});

test('tickets are those of Arlo where the ids are written as there', () => {
  const arlo = draw(
    {
      seed: '12345678901234567890abcdefghijklmnopqrstuvwxyz😊',
      count: '11',
      sampler: 'tickets',
      idForm: "('{batch}', {position})",
    },
    fileOf('arlo.csv', 'batch,ballots\npct 1,25\npct 2,25\npct 3,25\npct 4,25\n'),
  );
  expect(arlo).toMatchObject({
    value: {
      draws: {
        0: { batch: 'pct 2', position: 3, ticket: '0.000617786129909912' },
        8: { batch: 'pct 1', position: 20, times: 1 },
        10: { batch: 'pct 1', position: 20, times: 2, ticket: '0.096136506157297637' },
      },
    },
  });
});

test('without replacement every paper comes once, and no more are drawn than there are', () => {
  const few = fileOf('small.csv', 'batch,ballots\nA,2\nB,0\nC,3\n');
  for (const sampler of ['counter', 'tickets']) {
    const all = draw({ count: '5', replace: false, sampler }, few);
    const papers = all.ok ? all.value.draws.map(({ batch, position }) => `${batch}${position}`) : [];
    expect(papers.sort()).toEqual(['A1', 'A2', 'C1', 'C2', 'C3']);
    expect(codesOf(draw({ count: '6', replace: false, sampler }, few))).toEqual(['count_invalid']);
  }
  expect(codesOf(draw({ sampler: 'dice' }))).toEqual(['sampler_unknown']);
  expect(codesOf(draw({ count: 'x' }))).toEqual(['count_invalid']);
  expect(codesOf(draw({ sampler: 'tickets', idForm: 'x' }))).toEqual(['id_form_invalid']);
  expect(codesOf(draw({ sampler: 'tickets', results: divided }))).toEqual(['sampler_unknown']);
});

const measure = (method: string, options: Partial<MeasureOptions>, file = results) =>
  measureRisk(file, { method, riskLimit, batches: 'batch', manifest, ...options });

test('polling: the risk, and whether to stop', () => {
  const sample = fileOf('polled.csv', 'choice,votes\nAnn,112\nBob,69\nCy,9\n');
  const found = measure('bravo', { sample, papers: '200' });
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  fits(AuditMeasureBody, found.value);
  expect(found.value).toMatchObject({ state: 'confirmed', drawn: 200, more: null });
  // 1.2 for each of Ann, 0.8 for each of Bob.
  expect(found.value.risk).toBeCloseTo(1 / (1.2 ** 112 * 0.8 ** 69), 10);
  expect(printMeasure(found.value)).toContain('CONFIRMED. The risk, 0.658 %');
  const early = measure('bravo', { sample: fileOf('early.csv', 'choice,votes\nAnn,12\nBob,9\n') });
  expect(early).toMatchObject({ value: { state: 'go-on', drawn: 21 } });
  const against = measure('bravo', { sample: fileOf('against.csv', 'choice,votes\nAnn,10\nBob,2000\n') });
  expect(against).toMatchObject({ value: { state: 'full-count', risk: 1, more: null } });
  expect(against.ok && printMeasure(against.value)).toContain('count everything by hand');
  const rounds = fileOf('rounds.csv', 'round,choice,votes\n1,Ann,75\n1,Bob,60\n2,Ann,90\n2,Bob,40\n');
  expect(measure('minerva', { sample: rounds, rounds: 'round' })).toMatchObject({
    value: { method: 'minerva', state: 'confirmed', drawn: 265 },
  });
  expect(codesOf(measure('bravo', {}))).toEqual(['sample_missing']);
  expect(codesOf(measure('bravo', { sample, papers: '3' }))).toEqual(['papers_invalid']);
  expect(codesOf(measure('guessing', { sample }))).toEqual(['unknown_method']);
  const stranger = fileOf('stranger.csv', 'choice,votes\nDee,1\n');
  expect(codesOf(measure('bravo', { sample: stranger }))).toEqual(['unknown_choice']);
});

const papers = (good: number, more: string): string =>
  `ballot,record,hand,times\n${Array.from({ length: good }, (_, i) => `${i},Ann,Ann,1\n`).join('')}${more}`;

test('comparison: discrepancies, missing papers, and how many more', () => {
  const clean = measure('comparison', { compared: fileOf('clean.csv', papers(36, '')) });
  expect(clean).toMatchObject({ value: { state: 'confirmed', discrepancies: { over1: 0 } } });
  const one = measure('comparison', {
    compared: fileOf('one.csv', papers(37, 'x,Bob,Bob,1\ny,Ann,,1\nz,,,1\n')),
  });
  expect(one).toMatchObject({ value: { state: 'go-on', drawn: 40, more: 10, discrepancies: { over1: 1 } } });
  const lost = measure('comparison', {
    compared: fileOf('lost.csv', papers(9, 'x,Ann,?,2\ny,?,Bob;Cy,1\n')),
  });
  expect(lost).toMatchObject({ value: { state: 'full-count', discrepancies: { over2: 3 } } });
  const wrong = measure('comparison', { compared: fileOf('bad.csv', 'record,hand\nAnn,Dee\n') });
  expect(wrong).toMatchObject({ error: [{ code: 'unknown_choice', line: 2, column: 5 }] });
});

test('batches: what was drawn must have been counted', () => {
  const draws = draw({ results: divided, count: '3' });
  if (!draws.ok) throw new Error(JSON.stringify(draws.error));
  expect(draws.value).toMatchObject({ unit: 'batches', population: 3, draws: { 0: { position: null } } });
  const drawn = fileOf('drawn.csv', writeDrawCsv(draws.value));
  const found = measure('batch', { sample: divided, draws: drawn }, divided);
  // U = Σ (lead + papers) / 2160 = (2160 + 12000) / 2160
  expect(found.ok && found.value.risk).toBeCloseTo((1 - 2160 / 14_160) ** 3, 12);
  const none = fileOf('none.csv', 'batch,choice,votes\nelsewhere,Ann,1\n');
  const names = new Set(draws.value.draws.map(({ batch }) => batch));
  expect(codesOf(measure('batch', { sample: none, draws: drawn }, divided))).toEqual(
    [...names].map(() => 'batch_not_counted'),
  );
  const stuffed = fileOf('stuffed.csv', 'batch,choice,votes\nNorth,Bob,9999\n');
  const north = fileOf('north.csv', 'batch\nNorth\n');
  expect(codesOf(measure('batch', { sample: stuffed, draws: north }, divided))).toEqual(['batch_impossible']);
  expect(codesOf(measure('batch', { sample: divided, draws: none }, divided))).toEqual(['unknown_batch']);
});

test('strata: one compared, one polled', () => {
  const options = {
    strata: 'stratum',
    strataBallots: 'compared=10000,polled=2000',
    compared: fileOf('strata-clean.csv', papers(100, '')),
    sample: fileOf('strata-polled.csv', 'choice,votes\nAnn,112\nBob,69\nCy,9\n'),
    papers: '200',
  };
  const found = measure('stratified', options, strata);
  expect(found).toMatchObject({ value: { state: 'confirmed', drawn: 300, pairs: { length: 2 } } });
  const few = measure(
    'stratified',
    { ...options, compared: fileOf('strata-few.csv', papers(3, '')) },
    strata,
  );
  expect(few).toMatchObject({ value: { state: 'go-on', more: null } });
  expect(few.ok && printMeasure(few.value)).toContain('draw more, or count everything by hand');
});

const irv = (file: string, options: Partial<IrvOptions> = {}) =>
  proveIrv(
    file,
    {
      riskLimit,
      method: 'comparison',
      overvotes: 'exhaust',
      skippedRanks: 'skip',
      repeats: 'skip',
      ignore: [],
      ...options,
    },
    silent,
  );

test('an instant run-off is proved by statements in words', async () => {
  const ballots = fileOf('run-off.abif', '4000: Ann > Cy > Bob\n3500: Bob > Cy\n2500: Cy > Ann\n');
  const found = await irv(ballots);
  if (!found.ok) throw new Error(JSON.stringify(found.error));
  fits(AuditIrvBody, found.value);
  expect(found.value).toMatchObject({ winner: 'Ann', state: 'provable', size: 68 });
  expect(printIrv(found.value)).toContain('Ann is ahead of Bob when only Ann, Bob stand');
  const wrong = await irv(ballots, { winner: 'Bob' });
  expect(wrong).toMatchObject({ value: { state: 'full-count', size: null, open: ['Cy', 'Bob', 'Ann'] } });
  expect(wrong.ok && printIrv(wrong.value)).toContain('only a full hand count');
  const polled = await irv(ballots, { method: 'bravo' });
  expect(polled.ok && printIrv(polled.value)).toContain('on average');
  const good = 'record,hand,times\nAnn > Cy,Ann > Cy,30\nBob > Cy > Ann,Bob>Cy,40\n';
  const proved = await irv(ballots, { sample: fileOf('ranked.csv', good) });
  expect(proved).toMatchObject({ value: { state: 'confirmed', drawn: 70, more: null } });
  if (proved.ok) fits(AuditIrvBody, proved.value);
  expect(proved.ok && printIrv(proved.value)).toMatch(/70 drawn[\s\S]*CONFIRMED/);
  const open = await irv(ballots, { sample: fileOf('open.csv', 'record,hand\nAnn,Ann\nCy,?\n') });
  expect(open).toMatchObject({ value: { state: 'full-count', drawn: 2 } });
  const few = await irv(ballots, { sample: fileOf('few.csv', 'record,hand,times\n,,20\n') });
  expect(few).toMatchObject({ value: { state: 'go-on', more: 43 } });
  const read = await irv(ballots, {
    method: 'bravo',
    sample: fileOf('hand.csv', 'hand,times\nAnn>Cy,40\nBob,30\n'),
  });
  expect(read).toMatchObject({ value: { drawn: 70, statements: { length: 3 } } });
  expect(await irv(ballots, { sample: fileOf('odd.csv', 'record,hand\nAnn > Dee,Ann\n') })).toMatchObject({
    error: [{ code: 'unknown_choice', line: 2, column: 1 }],
  });
  const codes = async (options: Partial<IrvOptions>, file = ballots) => codesOf(await irv(file, options));
  expect(await codes({ winner: 'Dee' })).toEqual(['unknown_choice']);
  expect(await codes({ method: 'dice' })).toEqual(['unknown_method']);
  expect(await codes({ overvotes: 'ask' })).toEqual(['option_invalid']);
  expect(await codes({ ballots: '3' })).toEqual(['ballots_invalid']);
  expect(await codes({}, fileOf('level.abif', '2: Ann\n2: Bob\n'))).toEqual(['winner_missing']);
});
