import { err, ok, type Result } from '@comitium/basics';
import type { Choice } from '@comitium/tally/ballots';
import type { TieRule, TieRules } from '@comitium/tally/ties';
import { type CommandProblem, ofArgument } from './command-problem.ts';

export const tieRuleHelp = `
Ties (--ties, tried in the order given; without any, a tie stops the count and asks for a lot):
  earlier-rounds          the nearest earlier round in which they differ
  earlier-rounds:first    the first round in which they differ
  later-rounds            the rounds that would follow if the tied stayed and the others left, fewest votes first
  ballot-order            whoever stands higher on the ballot paper
  random:<seed>           by SHA-256 of the seed and a counter, after Rivest
  sampler:<seed>          by consistent sampling from the seed, after Rivest
  lot:<name>,<name>,…     a lot that was drawn, best first`;

/** Tie rules as they are written on a command line. A lot names choices by id or name. */
export const readTieRules = (
  texts: readonly string[],
  choices: readonly Choice[],
): Result<TieRules, CommandProblem[]> => {
  const rules: TieRule[] = [];
  const problems: CommandProblem[] = [];
  for (const text of texts) {
    const rule = readTieRule(text, choices);
    if (rule.ok) rules.push(rule.value);
    else problems.push(ofArgument('ties_invalid', rule.error));
  }
  return problems.length > 0 ? err(problems) : ok(rules);
};

const readTieRule = (text: string, choices: readonly Choice[]): Result<TieRule, string> => {
  const [name = '', ...after] = text.split(':');
  const argument = after.join(':');
  switch (name) {
    case 'earlier-rounds':
      if (argument !== '' && argument !== 'first' && argument !== 'latest') break;
      return ok({ by: 'earlier-rounds', from: argument === 'first' ? 'first' : 'latest' });
    case 'later-rounds':
    case 'ballot-order':
      return ok({ by: name });
    case 'random':
    case 'sampler':
      if (argument === '') return err(`${name} needs a seed: ${name}:<seed>.`);
      return ok({
        by: 'random',
        seed: argument,
        generator: name === 'random' ? 'counter' : 'consistent-sampler',
      });
    case 'lot':
      return readLot(argument, choices);
  }
  return err(`${text} is no rule for ties.`);
};

const readLot = (text: string, choices: readonly Choice[]): Result<TieRule, string> => {
  const lot: number[] = [];
  for (const wanted of text.split(',').map((part) => part.trim())) {
    const place = choices.findIndex(({ id, name }) => id === wanted || name === wanted);
    if (place < 0) return err(`The lot names ${wanted}, who is not on the ballots.`);
    lot.push(place);
  }
  return ok({ by: 'lot', lots: [lot] });
};
