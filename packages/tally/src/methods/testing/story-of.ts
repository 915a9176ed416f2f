import type { CountAction } from '../count-action.ts';
import type { CountReport, CountRound } from '../count-report.ts';

/**
 * A report as short text, every figure of every round in it, so that a golden case is read and written by hand and no
 * change passes unnoticed:
 *
 *     1 | A 45 B 35 C 20 | ran-out 3 | exclude C fewest-votes | C>A 5 C>B 15
 *     elected A
 */
export const storyOf = (report: CountReport): string => {
  const name = (choice: number): string => report.choices[choice]?.name ?? `#${choice}`;
  const rounds = report.rounds.map((round) => roundOf(round, name));
  const ties = report.ties.map(({ round, purpose, choices, chosen, steps, open }) => {
    const by = steps.map((step) => step.by).join(', ');
    return `tie in ${round} to ${purpose}: ${names(choices, name)}: ${open === null ? names(chosen, name) : 'open'}${by && ` by ${by}`}`;
  });
  const { state, elected, unfilled, open, runoff } = report.outcome;
  const end = [
    state === 'decided' ? '' : state,
    `elected ${names(elected, name) || 'nobody'}`,
    unfilled > 0 ? `unfilled ${unfilled}` : '',
    open === null ? '' : `${open.places} of ${names(open.choices, name)}`,
    runoff === null ? '' : `run-off ${names(runoff, name)}`,
  ];
  return [...rounds, ...ties, end.filter((part) => part !== '').join(', ')].join('\n');
};

/** Golden text without the indentation that the test's source gives it. */
export const golden = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

type Name = (choice: number) => string;

const names = (choices: readonly number[], name: Name): string => choices.map(name).join(' ');

const roundOf = (round: CountRound, name: Name): string => {
  const votes = round.votes.flatMap((amount, choice) =>
    amount === null ? [] : [`${name(choice)} ${amount}`],
  );
  const left = round.leftovers.map(({ reason, votes: amount }) => `${reason} ${amount}`);
  const needs = round.thresholds.map(({ kind, votes: amount }) => `${kind} ${amount}`);
  const actions = round.actions.map((action) => actionOf(action, name));
  const moves = round.transfers.map(
    ({ from, to, votes: amount }) => `${name(from)}>${typeof to === 'number' ? name(to) : to} ${amount}`,
  );
  const parts = [votes, left, needs, actions, moves].map((part) => part.join(' '));
  return [String(round.number), ...parts.filter((part) => part !== '')].join(' | ');
};

const actionOf = (action: CountAction, name: Name): string => {
  switch (action.kind) {
    case 'stop':
      return `stop ${action.reason}`;
    case 'surplus':
      return `surplus ${name(action.choice)} ${action.surplus} at ${action.transferValue ?? 'papers'}`;
    default:
      return `${action.kind} ${names(action.choices, name)} ${action.reason}`;
  }
};
