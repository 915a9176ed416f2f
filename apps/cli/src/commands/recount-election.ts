import type { Command } from 'commander';
import { fail, withApp } from '../with-app.ts';

export const addRecount = (program: Command): void => {
  program
    .command('recount <election>')
    .description('Adds up every sheet anew and compares with the stored totals; exit 1 where they differ.')
    .option('--json', 'print the report as JSON', false)
    .action((reference: string, { json }: { json: boolean }) =>
      withApp(async ({ elections, results }) => {
        const election = await elections.book.find(reference);
        if (election === null) return fail(`There is no election ${reference}.`);
        const report = await results.recount(election);
        if (json) console.log(JSON.stringify(report));
        else print(report);
        if (report.differences.length > 0) process.exitCode = 1;
      }),
    );
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
