import type { CountAction, CountReport, CountRound, ReportTable } from '@comitium/tally/methods';
import type { TieDecision } from '@comitium/tally/ties';
import { textTable } from './text-table.ts';

/** The report for people: rounds as a table, what each decided, ties and how they were broken, who is elected. */
export const printCount = (report: CountReport, width = 100): string => {
  const { method, seats, ballots, rounds, ties } = report;
  const lines = [
    `${method.title}: ${seats} ${seats === 1 ? 'seat' : 'seats'}, ${ballots.cast} ballots, ${ballots.blank} of them blank`,
    '',
    ...roundTables(report, width),
    ...rounds.flatMap((round) => decisionsOf(round, report)),
    ...(ties.length > 0 ? ['', ...ties.map((tie) => tieLine(tie, report))] : []),
    ...report.tables.flatMap(tableLines),
    '',
    outcomeLine(report),
  ];
  return `${lines.join('\n')}\n`;
};

const namesOf = (choices: readonly number[], report: CountReport): string =>
  choices.map((choice) => report.choices[choice]?.name ?? `#${choice + 1}`).join(', ');

/** Choices are rows, rounds are columns; as many tables as the width needs. */
const roundTables = (report: CountReport, width: number): string[] => {
  const { rounds } = report;
  const figures = rounds.flatMap(({ votes }) => votes).map((votes) => votes?.length ?? 0);
  const columnWidth = Math.max(8, ...figures) + 3;
  const names = report.choices.map(({ name }) => name.length);
  const most = Math.max(1, Math.floor((width - Math.max(12, ...names)) / columnWidth));
  const tables: string[] = [];
  for (let from = 0; from < rounds.length; from += most)
    tables.push(...textTable(tableOf(rounds.slice(from, from + most), report)), '');
  return tables;
};

const marks = { continuing: ' ', elected: '*', excluded: '-', withdrawn: ' ' } as const;

const tableOf = (rounds: readonly CountRound[], { choices }: CountReport): string[][] => {
  const leftovers = [...new Set(rounds.flatMap((round) => round.leftovers.map(({ reason }) => reason)))];
  const thresholds = [...new Set(rounds.flatMap((round) => round.thresholds.map(({ kind }) => kind)))];
  return [
    ['', ...rounds.map(({ number }) => `round ${number} `)],
    ...choices.map(({ name }, choice) => [
      name,
      ...rounds.map(
        ({ votes, standing }) => `${votes[choice] ?? '.'}${marks[standing[choice] ?? 'continuing']}`,
      ),
    ]),
    ...leftovers.map((reason) => [
      `(${reason})`,
      ...rounds.map((round) => `${round.leftovers.find((one) => one.reason === reason)?.votes ?? '.'} `),
    ]),
    ...thresholds.map((kind) => [
      `(${kind})`,
      ...rounds.map((round) => `${round.thresholds.find((one) => one.kind === kind)?.votes ?? '.'} `),
    ]),
  ];
};

/** Whatever else the method computed: a matrix of pairs, grades, keep values. */
const tableLines = ({ name, columns, rows }: ReportTable): string[] => [
  '',
  `${spaced(name)}:`,
  ...textTable([
    ['', ...columns],
    ...rows.map(({ label, cells }) => [label, ...cells.map((cell) => cell ?? '.')]),
  ]),
];

const verbs = { elect: 'elected', exclude: 'excluded', advance: 'goes on' } as const;

const decisionsOf = ({ number, actions }: CountRound, report: CountReport): string[] =>
  actions.map((action) => `Round ${number}: ${actionWords(action, report)}`);

const actionWords = (action: CountAction, report: CountReport): string => {
  switch (action.kind) {
    case 'surplus':
      return `surplus of ${namesOf([action.choice], report)}, ${action.surplus}, ${
        action.transferValue === null ? 'moves as whole papers' : `at ${action.transferValue} a vote`
      }`;
    case 'stop':
      return `stops (${spaced(action.reason)})`;
    default:
      return `${namesOf(action.choices, report)} ${verbs[action.kind]} (${spaced(action.reason)})`;
  }
};

const spaced = (code: string): string => code.replaceAll('-', ' ');

const tieLine = (
  { round, purpose, choices, chosen, steps, open }: TieDecision,
  report: CountReport,
): string => {
  const by = steps.map((step) => spaced(step.by)).join(', then ');
  const end =
    open === null ? `${namesOf(chosen, report)} by ${by}` : `open among ${namesOf(open.choices, report)}`;
  return `Tie in round ${round}, whom to ${purpose} of ${namesOf(choices, report)}: ${end}`;
};

const outcomeLine = (report: CountReport): string => {
  const { state, elected, unfilled, open, runoff } = report.outcome;
  const parts = [`Elected: ${namesOf(elected, report) || 'nobody'}`];
  if (unfilled > 0) parts.push(`unfilled: ${unfilled}`);
  if (state === 'lot-needed' && open !== null)
    parts.push(
      `a lot is needed to ${open.purpose} ${open.places} of ${namesOf(open.choices, report)} (--ties lot:…)`,
    );
  if (runoff !== null) parts.push(`second vote between ${namesOf(runoff, report)}`);
  return parts.join('; ');
};
