import { err, ok } from '@comitium/basics';
import { type Ballots, totalWeight } from '../ballots/ballots.ts';
import { type Amount, amount } from '../exact/amount.ts';
import { createTieBreaker } from '../ties/tie-breaker.ts';
import type { TieRules } from '../ties/tie-rules.ts';
import type { CountProblem } from './count-problem.ts';
import type { CountingMethod, CountTask, MethodDefinition } from './counting-method.ts';
import { type OptionDescriptions, type OptionsOf, readOptions } from './options.ts';

/** A method from its definition: checks the settings, prepares the task, and completes the story to a report. */
export const defineMethod = <const D extends OptionDescriptions>(
  definition: MethodDefinition<D>,
): CountingMethod => ({
  ...definition,
  count(ballots, { seats = 1, options = {}, ties: rules = [], onRound = () => undefined } = {}) {
    const values = readOptions(definition.options, options);
    const problems = [
      ...checkSettings(definition, { ballots, seats, rules }),
      ...(values.ok ? [] : values.error),
    ];
    if (problems.length > 0 || !values.ok) return err(problems);
    const votes = votesOf(ballots);
    const ties = createTieBreaker({
      rules: [...(definition.ties ?? []), ...rules],
      ids: ballots.choices.map(({ id }) => id),
    });
    const task: CountTask<OptionsOf<D>> = {
      ballots,
      seats,
      // readOptions gives exactly the values that the descriptions describe.
      options: values.value as OptionsOf<D>,
      ties,
      standing: standingOf(ballots),
      votes,
      onRound,
    };
    const story = definition.count(task);
    if (!story.ok) return story;
    return ok({
      version: 1,
      method: { name: definition.name, title: definition.title, source: definition.source },
      options: values.value,
      seats,
      choices: ballots.choices,
      measure: definition.measure,
      ballots: { cast: votes(totalWeight(ballots)), blank: votes(blankWeight(ballots)) },
      tables: [],
      ...story.value,
      ties: ties.decisions,
    });
  },
});

const standingOf = ({ choices }: Ballots): number[] =>
  choices.flatMap(({ withdrawn, writeIn }, choice) =>
    withdrawn || writeIn === 'undeclared' ? [] : [choice],
  );

/** Weights have no decimals or a power of ten of them, so that an amount of votes is always an exact decimal. */
const votesOf = ({ weightScale }: Ballots): ((units: number) => Amount) => {
  const places = Math.round(Math.log10(weightScale));
  return (units) => amount(units, places);
};

const blankWeight = ({ groups, starts, weights }: Ballots): number => {
  let blank = 0;
  for (let group = 0; group < groups; group++)
    if (starts[group + 1] === starts[group]) blank += weights[group]!;
  return blank;
};

interface Checked {
  readonly ballots: Ballots;
  readonly seats: number;
  readonly rules: TieRules;
}

const checkSettings = (
  { name, forms, seats: fills }: Pick<CountingMethod, 'name' | 'forms' | 'seats'>,
  { ballots, seats, rules }: Checked,
): CountProblem[] => {
  const problems: CountProblem[] = [];
  if (!forms.includes(ballots.form))
    problems.push({
      code: 'form_unsupported',
      field: 'ballots',
      message: `${name} counts ballots of form ${forms.join(' or ')}; these are of form ${ballots.form}.`,
    });
  if (!Number.isSafeInteger(seats) || seats < 1 || (fills === 'one' && seats !== 1))
    problems.push({
      code: 'seats_invalid',
      field: 'seats',
      message: fills === 'one' ? `${name} fills one seat.` : 'Seats must be a whole number, 1 or more.',
    });
  if (standingOf(ballots).length === 0)
    problems.push({ code: 'nobody_stands', field: 'ballots', message: 'No choice on the ballots can win.' });
  const lots = rules.flatMap((rule) => (rule.by === 'lot' ? rule.lots : [])).flat();
  if (lots.some((choice) => ballots.choices[choice] === undefined))
    problems.push({
      code: 'lot_invalid',
      field: 'ties',
      message: 'A lot names a choice that does not exist.',
    });
  return problems;
};
