import type { Command } from 'commander';
import { fail } from '../fail.ts';
import { withApp } from '../with-app.ts';

export const addRecount = (program: Command): void => {
  program
    .command('recount <election>')
    .description('Adds up every sheet anew and compares with the stored totals; exit 1 where they differ.')
    .option('--json', 'print the report as JSON', false)
    .action((reference: string, { json }: { json: boolean }) =>
      withApp(async ({ elections, results }) => {
        const election = await elections.book.find(reference);
        if (election === null) return fail(`There is no election ${reference}.`);
        const report = await results.recount(election, { onProgress: json ? undefined : tellProgress() });
        if (json) console.log(JSON.stringify(report));
        else print(report);
        if (report.differences.length > 0) process.exitCode = 1;
      }),
    );
};

/** Lines on standard error, at most one a second: a recount that is over at once says nothing. */
const tellProgress = (): ((progress: { table: string; done: number; of: number }) => void) => {
  let toldAt = performance.now();
  return ({ table, done, of }) => {
    if (performance.now() - toldAt < 1000) return;
    toldAt = performance.now();
    console.error(
      `${table === 'sheet' ? 'adding up sheets' : 'comparing totals'}: ${Math.round((100 * done) / of)} %`,
    );
  };
};

const print = (report: {
  readonly sheets: number;
  readonly totals: number;
  readonly differences: readonly {
    race: string;
    area: string;
    basis: string;
    figure: string;
    stored: number;
    counted: number;
  }[];
}): void => {
  console.log(`${report.sheets} sheets, ${report.totals} totals, ${report.differences.length} differences`);
  for (const one of report.differences) {
    console.log(
      `${one.race} ${one.area} ${one.basis} ${one.figure}: stored ${one.stored}, counted ${one.counted}`,
    );
  }
};
