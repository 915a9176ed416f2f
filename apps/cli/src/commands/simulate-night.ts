import { err, ok, type Result } from '@comitium/basics';
import {
  asNation,
  generateGhana,
  type Nation,
  type ResumedNight,
  resumeNight,
  type SendFailure,
  spainNation,
} from '@comitium/demo';
import { type Command, InvalidArgumentError } from 'commander';
import { passwordMissing, readPassword } from '../api-options.ts';
import { fail } from '../fail.ts';

interface SimulateOptions {
  readonly url: string;
  readonly minutes: number;
  readonly data: string;
  readonly seed?: number;
  readonly json: boolean;
}

/** Plays a demonstration night against a running server, through its public API; what the server has is not sent again. */
export const addSimulate = (program: Command): void => {
  program
    .command('simulate <election>')
    .description('Plays the night of gh-2024 or es-2023 with the demonstration’s correspondents.')
    .option('--minutes <n>', 'length of the night; 0 sends as fast as the server takes', fromZero, 10)
    .option('--url <url>', 'address of the running server', 'http://localhost:5050')
    .option('--data <folder>', 'folder with the data of Spain', '../shared/data')
    .option('--seed <n>', 'seed of the order', fromZero)
    .option('--json', 'print the report as JSON', false)
    .action(async (election: string, options: SimulateOptions) => {
      const nation = await chooseNation(election, options.data);
      if (!nation.ok) return fail(nation.error);
      const password = readPassword();
      if (password === null) return fail(passwordMissing);
      const report = await resumeNight({
        url: options.url,
        nation: nation.value,
        minutes: options.minutes,
        ...(options.seed === undefined ? {} : { seed: options.seed }),
        correspondent: (district) => ({
          email: `correspondent.${district.toLowerCase()}@comitium.example`,
          password,
        }),
        dataAdmin: { email: 'desk@comitium.example', password },
        onRest: (rest) => {
          if (!options.json) console.log(begin(election, rest));
        },
      });
      if (!report.ok) return fail(describe(report.error));
      console.log(
        options.json
          ? JSON.stringify(report.value)
          : `${report.value.answered} messages answered, ${report.value.refused} refused`,
      );
    });
};

const begin: (election: string, rest: Parameters<NonNullable<ResumedNight['onRest']>>[0]) => string = (
  election,
  { planned, left },
) => {
  if (left === 0) return `The night of ${election} is over; nothing is sent again.`;
  if (left === planned) return `The night of ${election} begins: ${planned} messages.`;
  return `The night of ${election} goes on: of its ${planned} messages ${left} have not arrived and are sent.`;
};

const fromZero = (text: string): number => {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || number < 0) throw new InvalidArgumentError('Give a number from 0.');
  return number;
};

const describe = (failure: SendFailure): string => {
  switch (failure.code) {
    case 'aborted':
      return 'The night was stopped.';
    case 'unreachable':
      return `The server cannot be reached: ${failure.detail}.`;
    case 'sign_in_failed':
      return `${failure.email} cannot sign in: ${failure.detail} USER_PASSWORD is the password of the demonstration.`;
    case 'refused':
      return `The server takes no sheets (${failure.status}): ${failure.detail}`;
    case 'protocol_broken':
      return `The server does not answer as this program expects: ${failure.detail}`;
  }
};

const chooseNation = async (election: string, data: string): Promise<Result<Nation, string>> => {
  if (election === 'gh-2024') return ok(asNation(generateGhana()));
  if (election !== 'es-2023') return err(`There is no night for ${election}; use gh-2024 or es-2023.`);
  const spain = await spainNation(data);
  if (spain.ok) return spain;
  const { file, detail } = spain.error;
  return err(`The data of Spain cannot be read, ${file}: ${detail} Give its folder with --data.`);
};
