import { err, ok, type Result } from '@comitium/basics';
import { type CommandProblem, ofArgument } from '../count/command-problem.ts';
import { readShare } from '../seats/read-seat-arguments.ts';
import type { Contest } from './read-contest.ts';
import { readManifest } from './read-manifest.ts';

/** `5%`, `0.05` or `1/20`, above 0 and below 1. */
export const readRiskLimit = (text: string): Result<number, CommandProblem[]> => {
  const share = readShare(text);
  const limit = share.ok ? share.value.numerator / share.value.denominator : 0;
  if (limit > 0 && limit < 1) return ok(limit);
  return err([ofArgument('risk_limit_invalid', `${text} is no risk limit; write it as 5%, 0.05 or 1/20.`)]);
};

/** A whole number of an argument, at least `least`. */
export const readWhole = (
  name: string,
  text: string | undefined,
  least = 1,
): Result<number, CommandProblem[]> => {
  const value = text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (value >= least) return ok(value);
  return err([ofArgument(`${name}_invalid`, `Say --${name} with a whole number of at least ${least}.`)]);
};

export interface BallotsOptions {
  readonly ballots?: string | undefined;
  readonly manifest?: string | undefined;
}

/** How many papers there are: said, or added up from the manifest. No choice can have more votes. */
export const readBallots = (
  { ballots, manifest }: BallotsOptions,
  { votes, choices }: Pick<Contest, 'votes' | 'choices'>,
): Result<number, CommandProblem[]> => {
  if (ballots === undefined && manifest === undefined)
    return err([
      ofArgument('ballots_missing', 'Say how many papers were cast: --ballots <n> or --manifest <file>.'),
    ]);
  const listed = ballots === undefined && manifest !== undefined ? readManifest(manifest) : null;
  if (listed?.ok === false) return listed;
  const all = listed === null ? readWhole('ballots', ballots) : ok(listed.value.ballots);
  if (!all.ok) return all;
  const above = votes.findIndex((count) => count > all.value);
  if (above >= 0)
    return err([
      ofArgument('ballots_too_few', `${choices[above]} has more votes than there are papers, ${all.value}.`),
    ]);
  return all;
};

export interface StrataBallots {
  readonly compared: number;
  readonly polled: number;
}

/** `compared=10000,polled=1000`. */
export const readStrataBallots = (text: string | undefined): Result<StrataBallots, CommandProblem[]> => {
  const found = /^compared=(\d{1,15}),polled=(\d{1,15})$/.exec(text ?? '');
  const [compared, polled] = [Number(found?.[1] ?? 0), Number(found?.[2] ?? 0)];
  if (compared > 0 && polled > 0) return ok({ compared, polled });
  return err([
    ofArgument(
      'strata_invalid',
      'Say the papers of both strata: --strata-ballots compared=10000,polled=1000.',
    ),
  ]);
};

/** The two parts of a stratified contest, which the file must name so. */
export const readStrata = (
  { parts }: Contest,
  ballots: StrataBallots,
): Result<{ readonly compared: readonly number[]; readonly polled: readonly number[] }, CommandProblem[]> => {
  const votesOf = (name: string) => parts.find((part) => part.name === name)?.votes;
  const [compared, polled] = [votesOf('compared'), votesOf('polled')];
  if (compared === undefined || polled === undefined || parts.length !== 2)
    return err([
      ofArgument('strata_invalid', 'The column of strata must hold compared and polled, and nothing else.'),
    ]);
  const sum = (votes: readonly number[]): number => votes.reduce((all, one) => all + one, 0);
  if (sum(compared) > ballots.compared || sum(polled) > ballots.polled)
    return err([ofArgument('ballots_too_few', 'A stratum has more votes than papers.')]);
  return ok({ compared, polled });
};
