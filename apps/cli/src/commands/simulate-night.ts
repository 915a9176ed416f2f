import { asNation, generateGhana, type Nation, simulateNight, spainNation } from '@comitium/demo';
import type { Command } from 'commander';
import { requirePassword } from '../api-options.ts';
import { fail } from '../fail.ts';

interface SimulateOptions {
  readonly url: string;
  readonly minutes: string;
  readonly data: string;
  readonly seed?: string;
  readonly json: boolean;
}

/** Plays a demonstration night against a running server, through its public API. */
export const addSimulate = (program: Command): void => {
  program
    .command('simulate <election>')
    .description('Plays the night of gh-2024 or es-2023 with the demonstration’s correspondents.')
    .option('--minutes <n>', 'length of the night; 0 sends as fast as the server takes', '10')
    .option('--url <url>', 'address of the running server', 'http://localhost:5050')
    .option('--data <folder>', 'folder with the data of Spain', '../shared/data')
    .option('--seed <n>', 'seed of the order')
    .option('--json', 'print the report as JSON', false)
    .action(async (election: string, options: SimulateOptions) => {
      const nation = await chooseNation(election, options.data);
      if (nation === null) return fail(`There is no night for ${election}; use gh-2024 or es-2023.`);
      const password = requirePassword();
      const report = await simulateNight({
        url: options.url,
        nation,
        minutes: Number(options.minutes),
        ...(options.seed === undefined ? {} : { seed: Number(options.seed) }),
        correspondent: (district) => ({
          email: `correspondent.${district.toLowerCase()}@comitium.example`,
          password,
        }),
        dataAdmin: { email: 'desk@comitium.example', password },
      });
      if (!report.ok) return fail(JSON.stringify(report.error));
      console.log(
        options.json
          ? JSON.stringify(report.value)
          : `${report.value.answered} sheets answered, ${report.value.refused} refused`,
      );
    });
};

const chooseNation = async (election: string, data: string): Promise<Nation | null> => {
  if (election === 'gh-2024') return asNation(generateGhana());
  if (election !== 'es-2023') return null;
  const spain = await spainNation(data);
  if (!spain.ok) throw new Error(`the data of Spain cannot be read: ${JSON.stringify(spain.error)}`);
  return spain.value;
};
