import { err, ok, type Result } from '@comitium/basics';
import type { Ballots, Choice } from '@comitium/tally/ballots';
import { type CommandProblem, ofArgument } from './command-problem.ts';

export interface ChangedChoices {
  /** By id or name. */
  readonly withdraw: readonly string[];
  readonly undeclared: readonly string[];
}

/** The same ballots, on which some have withdrawn or stand for undeclared write-ins, whatever the file says. */
export const changeChoices = (
  ballots: Ballots,
  { withdraw, undeclared }: ChangedChoices,
): Result<Ballots, CommandProblem[]> => {
  const is = ({ id, name }: Choice, named: readonly string[]): boolean =>
    named.includes(id) || named.includes(name);
  const unknown = [...withdraw, ...undeclared].filter(
    (named) => !ballots.choices.some((choice) => is(choice, [named])),
  );
  if (unknown.length > 0)
    return err(unknown.map((named) => ofArgument('unknown_choice', `${named} is not on the ballots.`)));
  const choices = ballots.choices.map(
    (choice): Choice => ({
      ...choice,
      withdrawn: choice.withdrawn || is(choice, withdraw),
      writeIn: is(choice, undeclared) ? 'undeclared' : choice.writeIn,
    }),
  );
  return ok({ ...ballots, choices });
};
