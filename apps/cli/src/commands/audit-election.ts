import type { Result } from '@comitium/basics';
import type { Command } from 'commander';
import { type DrawOptions, drawPapers } from '../audit/draw-papers.ts';
import type { MeasureOptions } from '../audit/finding.ts';
import { measureRisk } from '../audit/measure-risk.ts';
import { type PlanOptions, planAudit } from '../audit/plan-audit.ts';
import { printDraw, printIrv, printMeasure, printPlan, writeDrawCsv } from '../audit/print-audit.ts';
import { type IrvOptions, proveIrv } from '../audit/prove-irv.ts';
import { type CommandProblem, problemLines } from '../count/command-problem.ts';
import { createProgress } from '../count/tell-progress.ts';

const exitCodes = { done: 0, problems: 1, goOn: 5, fullCount: 6 } as const;

const endings = {
  provable: exitCodes.done,
  confirmed: exitCodes.done,
  'go-on': exitCodes.goOn,
  'full-count': exitCodes.fullCount,
} as const;

const exitCodeHelp = `
Exit codes: 0 planned, drawn, confirmed or provable; 1 something is wrong with the files or the arguments, each problem on
standard error with line:column; 5 not confirmed yet, draw more; 6 only a full hand count can confirm.`;

const fileHelp = `
Files are CSV with a first row of names:
  results   choice,votes and, where the papers are divided, a column batch or stratum
  manifest  batch,ballots                 where the papers lie, and how many
  sample    choice,votes                  what polled papers show; or batch,choice,votes as counted by hand
  compared  ballot,record,hand,times      what the machine and the people saw: names separated by ; and ? for a paper
                                          or a record that is missing; times is optional
docs/guides/audit-an-election.md walks through an audit.`;

/** Needs nothing but the files: no server, no database, no settings. */
export const addAudit = (program: Command): void => {
  const audit = program
    .command('audit')
    .description('Risk-limiting audits: how many papers to look at, which, and what they say.')
    .addHelpText('after', `${fileHelp}\n${exitCodeHelp}`);
  addPlan(audit);
  addDraw(audit);
  addMeasure(audit);
  addIrv(audit);
};

interface JsonOption {
  readonly json: boolean;
}

const riskLimitWords = 'the largest chance that a wrong outcome may go uncorrected: 5%, 0.05, 1/20';
const jsonWords = (body: string) => `print the report as JSON (${body} in packages/contract)`;

const addPlan = (audit: Command): void => {
  audit
    .command('plan <results.csv>')
    .description('How large a sample each kind of audit needs.')
    .requiredOption('--risk-limit <share>', riskLimitWords)
    .option('--ballots <n>', 'papers cast, those without a vote among them')
    .option('--manifest <file>', 'where the papers lie: their number, and for --batches those of each batch')
    .option('--winners <n>', 'how many choices win; default 1')
    .option(
      '--batches <column>',
      'the column of the results that names batches: plans a batch comparison as well',
    )
    .option('--strata <column>', 'the column that says compared or polled: plans a stratified audit as well')
    .option('--strata-ballots <compared=n,polled=n>', 'papers of both strata')
    .option('--json', jsonWords('AuditPlanBody'), false)
    .addHelpText('after', `${fileHelp}\n${exitCodeHelp}`)
    .action((file: string, options: PlanOptions & JsonOption) =>
      answer(file, planAudit(file, options), { json: options.json, print: printPlan }),
    );
};

const addDraw = (audit: Command): void => {
  audit
    .command('draw <manifest.csv>')
    .description('Which papers to look at: anybody with the seed and the manifest draws the same.')
    .requiredOption('--seed <text>', 'what nobody could foresee, such as twenty dice thrown in public')
    .requiredOption('--count <n>', 'how many draws')
    .option('--skip <n>', 'draws of earlier rounds', '0')
    .option('--sampler <name>', 'counter (Rivest 2011) or tickets (Rivest 2018, as Arlo draws)', 'counter')
    .option('--no-replace', 'draw no paper twice')
    .option('--id-form <text>', 'tickets: the id of a paper', '{batch},{position}')
    .option('--results <file>', 'draw whole batches instead, in proportion to their error bounds')
    .option('--winners <n>', 'with --results: how many choices win; default 1')
    .option('--batches <column>', 'with --results: the column that names batches', 'batch')
    .option('--csv', 'print a CSV with a row for each draw', false)
    .option('--json', jsonWords('AuditDrawBody'), false)
    .addHelpText('after', `${fileHelp}\n${exitCodeHelp}`)
    .action((file: string, options: DrawOptions & JsonOption & { readonly csv: boolean }) =>
      answer(file, drawPapers(file, options, createProgress(tell)), {
        json: options.json,
        print: options.csv ? writeDrawCsv : printDraw,
      }),
    );
};

const addMeasure = (audit: Command): void => {
  audit
    .command('measure <results.csv>')
    .description('What the papers say: the risk that the reported outcome is wrong, and whether to stop.')
    .requiredOption('-m, --method <name>', 'bravo, minerva, comparison, batch or stratified')
    .requiredOption('--risk-limit <share>', riskLimitWords)
    .option('--ballots <n>', 'papers cast, those without a vote among them')
    .option('--manifest <file>', 'where the papers lie')
    .option('--winners <n>', 'how many choices win; default 1')
    .option('--sample <file>', 'votes that polled papers show, or that batches hold by hand')
    .option('--papers <n>', 'papers polled, where some show no choice; default the votes of the sample')
    .option('--rounds <column>', 'the column of the sample that names rounds, in order (minerva)')
    .option('--compared <file>', 'compared papers: what record and hand show')
    .option('--batches <column>', 'the column that names batches', 'batch')
    .option('--draws <file>', 'the batches drawn, as audit draw --csv writes them')
    .option('--strata <column>', 'the column that says compared or polled')
    .option('--strata-ballots <compared=n,polled=n>', 'papers of both strata')
    .option('--json', jsonWords('AuditMeasureBody'), false)
    .addHelpText('after', `${fileHelp}\n${exitCodeHelp}`)
    .action((file: string, options: MeasureOptions & JsonOption) => {
      const report = measureRisk(file, options);
      answer(file, report, { json: options.json, print: printMeasure });
      if (report.ok) process.exitCode = endings[report.value.state];
    });
};

const addIrv = (audit: Command): void => {
  audit
    .command('irv <ballots>')
    .description(
      'Statements that prove the winner of an instant run-off, each to be audited like two choices.',
    )
    .requiredOption('--risk-limit <share>', riskLimitWords)
    .option(
      '-m, --method <name>',
      'comparison or bravo: for which the statements are to be easy',
      'comparison',
    )
    .option('--winner <name>', 'the reported winner; default who wins the count')
    .option('--ballots <n>', 'papers to draw from, where they are more than those of the file')
    .option(
      '--sample <file>',
      'papers drawn, rankings as Ann > Cy: hand, for comparisons record, maybe times',
    )
    .option('--overvotes <rule>', 'exhaust or skip', 'exhaust')
    .option('--skipped-ranks <rule>', 'skip, exhaust or exhaust-at-two', 'skip')
    .option('--repeats <rule>', 'skip or exhaust', 'skip')
    .option('--format <name>', 'blt, abif, preflib, csv or cvr; default by the file’s name or beginning')
    .option('--layout <name>', 'what the columns of a CSV are: choices or ranks')
    .option('--ignore <column>', 'a column of a CSV that holds no votes; may be given again', collect, [])
    .option('--contest <id>', 'which contest of cast vote records')
    .option('--json', jsonWords('AuditIrvBody'), false)
    .addHelpText('after', exitCodeHelp)
    .action(async (file: string, options: IrvOptions & JsonOption) => {
      const report = await proveIrv(file, options, createProgress(tell));
      answer(file, report, { json: options.json, print: printIrv });
      if (report.ok) process.exitCode = endings[report.value.state];
    });
};

const collect = (value: string, all: readonly string[]): readonly string[] => [...all, value];

const tell = (line: string): void => {
  process.stderr.write(line);
};

/** Prints a report, or its problems. */
const answer = <T>(
  file: string,
  report: Result<T, CommandProblem[]>,
  { json, print }: { readonly json: boolean; readonly print: (report: T) => string },
): void => {
  if (report.ok) {
    process.stdout.write(json ? `${JSON.stringify(report.value)}\n` : print(report.value));
    return;
  }
  tell(problemLines(file, report.error));
  if (json) process.stdout.write(`${JSON.stringify({ problems: report.error })}\n`);
  process.exitCode = exitCodes.problems;
};
