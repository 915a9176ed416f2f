import { findMethod } from '@comitium/tally/methods';
import { type Command, Option } from 'commander';
import { type Answer, exitCodeHelp, exitCodes, problemLines } from '../count/command-problem.ts';
import { type CountFileOptions, countFile } from '../count/count-file.ts';
import { describeMethod, methodList } from '../count/describe-method.ts';
import { printCount } from '../count/print-count.ts';
import { tieRuleHelp } from '../count/read-tie-rules.ts';
import { createProgress } from '../count/tell-progress.ts';

interface CountOptions extends Omit<CountFileOptions, 'method'> {
  readonly method?: string;
  readonly about?: string;
  readonly json: boolean;
}

/** An option that may be given again. */
const several = (flags: string, about: string): Option =>
  new Option(flags, `${about}; may be given again`)
    .argParser((value: string, all: readonly string[]) => [...all, value])
    .default([], 'none');

/** Needs nothing but the file: no server, no database, no settings. */
export const addCount = (program: Command): void => {
  program
    .command('count [file]')
    .description(
      'Counts a file of ballots, or standard input for - (BLT, ABIF, PrefLib, CSV, NIST cast vote records) by a voting method, and tells every round.',
    )
    .option('-m, --method <name>', 'the voting method; all are listed below')
    .option('--about <method>', 'explain a method and its options, and count nothing')
    .option('--seats <n>', 'seats to fill; default what the file says, else 1')
    .addOption(several('--options <name=value>', 'an option of the method, or several parted by commas'))
    .addOption(several('--ties <rule>', 'how ties are broken'))
    .option('--format <name>', 'blt, abif, preflib, csv or cvr; default by the file’s name or beginning')
    .option('--layout <name>', 'what the columns of a CSV are: choices, ranks, scores or marks')
    .option('--weights <column>', 'the column of a CSV that holds weights')
    .addOption(several('--ignore <column>', 'a column of a CSV that holds no votes'))
    .option('--scale <min-max>', 'the scores that voters may give in a CSV, such as 0-5')
    .addOption(
      several(
        '--choice <name>',
        'layout choices: every choice, in the order of the paper, also whom nobody chose',
      ),
    )
    .option('--overvote-cell <text>', 'layout choices: the cell of an overvote; default overvote')
    .option(
      '--skipped-cell <text>',
      'layout choices: the cell of a skipped rank beside the empty one; default skipped',
    )
    .option('--undeclared-cell <text>', 'layout choices: the cell of an undeclared write-in')
    .option('--cell-delimiter <text>', 'layout choices: what parts several choices of one rank in a cell')
    .option('--contest <id>', 'which contest of cast vote records')
    .option(
      '--snapshot <which>',
      'current or original: which snapshot of cast vote records that show the rounds of a count',
    )
    .addOption(several('--withdraw <name>', 'a choice, by id or name, that votes pass over'))
    .addOption(several('--undeclared <name>', 'a choice that stands for undeclared write-ins'))
    .option('--json', 'print the report as JSON (CountReportBody in packages/contract)', false)
    .addHelpText('after', () => `${methodList()}\n${tieRuleHelp}\n${exitCodeHelp}`)
    .action(async (file: string | undefined, options: CountOptions) => {
      const answer = await answerCount(file, options, (line) => process.stderr.write(line));
      process.stdout.write(answer.text);
      process.exitCode = answer.exitCode;
    });
};

const endings = {
  decided: exitCodes.decided,
  'lot-needed': exitCodes.lotNeeded,
  'runoff-needed': exitCodes.runoffNeeded,
} as const;

const answerCount = async (
  file: string | undefined,
  { about, json, method, ...options }: CountOptions,
  tell: (text: string) => void,
): Promise<Answer> => {
  const explained = about === undefined ? undefined : findMethod(about);
  if (explained !== undefined) return { text: `${describeMethod(explained)}\n`, exitCode: exitCodes.decided };
  if (file === undefined || method === undefined) {
    tell(
      about === undefined
        ? 'Say which file, and by which --method; comitium count --help lists them.\n'
        : `There is no method ${about}; comitium count --help lists them.\n`,
    );
    return { text: '', exitCode: exitCodes.problems };
  }
  const report = await countFile(file, { ...options, method }, createProgress(tell));
  if (!report.ok) {
    tell(problemLines(file, report.error));
    return {
      text: json ? `${JSON.stringify({ problems: report.error })}\n` : '',
      exitCode: exitCodes.problems,
    };
  }
  const text = json ? `${JSON.stringify(report.value)}\n` : printCount(report.value, process.stdout.columns);
  return { text, exitCode: endings[report.value.outcome.state] };
};
