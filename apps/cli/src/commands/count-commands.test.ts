// The programs as people call them: what they print where, and how they end.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AuditPlanBody, SeatsReportBody } from '@comitium/contract';
import { Value } from 'typebox/value';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'comitium-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const main = fileURLToPath(new URL('../main.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly problems: string;
}

const run = (...words: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], (error, out, problems) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, problems }),
    );
  });

const fileOf = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const level = fileOf('level.abif', '2: Ann > Bob\n2: Bob > Ann\n');
const apart = fileOf('apart.abif', '4: Ann\n3: Bob\n2: Cy\n');
const broken = fileOf('broken.blt', '2 1\n3 1 5 0\n0\n"A"\n"B"\n"T"\n');
const mixed = fileOf('mixed.csv', 'list,votes,direct\nA,501,4\nB,299,8\nC,200,0\n');
const people = fileOf('people.csv', 'list,candidate,votes\nA,Ann,9\nA,Al,9\nB,Bo,9\n');
const levelVotes = fileOf('level.csv', 'list,votes\nA,10\nB,10\n');

test('count and seats end with the codes that their help names', { timeout: 60_000 }, async () => {
  const [decided, lot, runoff, wrong, json, about, help, seats, seatsHelp] = await Promise.all([
    run('count', level, '-m', 'irv', '--ties', 'ballot-order'),
    run('count', level, '-m', 'irv'),
    run('count', apart, '-m', 'two-round'),
    run('count', broken, '-m', 'irv'),
    run('count', broken, '-m', 'irv', '--json'),
    run('count', '--about', 'schulze'),
    run('count', '--help'),
    run('seats', levelVotes, '-m', 'd-hondt', '--seats', '3', '--json'),
    run('seats', '--help'),
  ]);
  expect(decided).toMatchObject({ code: 0, problems: '' });
  expect(lot).toMatchObject({ code: 3, problems: '' });
  expect(runoff).toMatchObject({ code: 4, problems: '' });
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.problems).toMatch(/broken\.blt:2:5 .*\(unknown_choice\)/);
  expect(JSON.parse(json.out)).toMatchObject({ problems: [{ code: 'unknown_choice', line: 2, column: 5 }] });
  expect(about.out).toContain('Schulze');
  expect(help.out).toMatch(/schulze[\s\S]*random:<seed>[\s\S]*Exit codes/);
  expect(seats.code).toBe(3);
  const report: unknown = JSON.parse(seats.out);
  expect([...Value.Errors(SeatsReportBody, report)]).toEqual([]);
  expect(report).toMatchObject({ state: 'lot-needed', districts: [{ ties: [{ seatsAtStake: 1 }] }] });
  expect(seatsHelp.out).toMatch(/huntington-hill[\s\S]*biproportional[\s\S]*panachage[\s\S]*Exit codes/);
});

test('seats of mixed members and of panachage end the same way', { timeout: 60_000 }, async () => {
  const asked = ['-m', 'mixed-member', '--direct', 'direct', '--seats', '20'];
  const [house, lot, wrong] = await Promise.all([
    run('seats', mixed, ...asked, '--overhang', 'levelled', '--json'),
    run('seats', people, '-m', 'panachage', '--candidates', 'candidate', '--seats', '2'),
    run('seats', mixed, ...asked, '--overhang', 'perhaps'),
  ]);
  expect(house).toMatchObject({ code: 0, problems: '' });
  const report: unknown = JSON.parse(house.out);
  expect([...Value.Errors(SeatsReportBody, report)]).toEqual([]);
  expect(report).toMatchObject({ seats: 26, mixed: { house: 26 } });
  expect(lot).toMatchObject({ code: 3, problems: '' });
  expect(lot.out).toContain('a lot is needed for 1 of Ann, Al');
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.problems).toContain('(overhang_invalid)');
});

const leading = fileOf('leading.csv', 'choice,votes\nAnn,600\nBob,400\n');
const polled = (ann: number, bob: number) => fileOf(`p${ann}.csv`, `choice,votes\nAnn,${ann}\nBob,${bob}\n`);

test('audit ends with the codes that its help names', { timeout: 60_000 }, async () => {
  const limit = ['--risk-limit', '10%', '--ballots', '1000'];
  const measured = ['audit', 'measure', leading, '-m', 'bravo', ...limit, '--sample'];
  const [plan, confirmed, goOn, full, wrong, irv, drawn, help] = await Promise.all([
    run('audit', 'plan', leading, ...limit, '--json'),
    run(...measured, polled(72, 40)),
    run(...measured, polled(20, 15)),
    run(...measured, polled(100, 300)),
    run(...measured, 'nowhere.csv', '--json'),
    run('audit', 'irv', apart, '--risk-limit', '10%', '--winner', 'Bob'),
    run('audit', 'draw', leading, '--seed', '1', '--count', '1'),
    run('audit', '--help'),
  ]);
  expect(plan).toMatchObject({ code: 0, problems: '' });
  expect([...Value.Errors(AuditPlanBody, JSON.parse(plan.out))]).toEqual([]);
  expect(confirmed).toMatchObject({ code: 0, problems: '' });
  expect(goOn.code).toBe(5);
  expect(full.code).toBe(6);
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.out)).toMatchObject({ problems: [{ code: 'file_missing' }] });
  expect(irv.code).toBe(6);
  expect(drawn).toMatchObject({ code: 1, out: '' });
  expect(help.out).toMatch(/plan[\s\S]*draw[\s\S]*measure[\s\S]*irv[\s\S]*Exit codes/);
});

test('the guide to audits shows what its commands print', { timeout: 60_000 }, async () => {
  const guide = readFileSync(
    new URL('../../../../docs/guides/audit-an-election.md', import.meta.url),
    'utf8',
  );
  const tables = [...guide.matchAll(/```csv\n([\s\S]*?)```/g)].map(([, table = '']) => table);
  const names = ['manifest', 'results', 'compared', 'polled', 'ranked'];
  expect(tables).toHaveLength(names.length);
  const [manifest, results, compared, sample, ranked] = names.map((name, at) =>
    fileOf(`guide-${name}.csv`, tables[at]!),
  );
  const runoff = fileOf('guide.abif', /```\n(4000: [\s\S]*?)```/.exec(guide)?.[1] ?? '');
  const limit = ['--manifest', manifest!, '--risk-limit', '5%'];
  const [plan, near, polled, irv, proved] = await Promise.all([
    run('audit', 'plan', results!, ...limit),
    run('audit', 'measure', results!, '-m', 'comparison', ...limit, '--compared', compared!),
    run('audit', 'measure', results!, '-m', 'bravo', ...limit, '--sample', sample!, '--papers', '200'),
    run('audit', 'irv', runoff, '--risk-limit', '5%'),
    run('audit', 'irv', runoff, '--risk-limit', '5%', '--sample', ranked!),
  ]);
  for (const { out } of [plan, near, irv]) expect(guide).toContain(out);
  expect(guide).toContain(polled.out.trimEnd().split('\n').at(-1));
  expect([plan, near, polled, irv, proved].map(({ code }) => code)).toEqual([0, 5, 0, 0, 0]);
});
