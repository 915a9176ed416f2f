import type { CountReport } from '@comitium/tally/methods';

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A spreadsheet would run text that begins like a formula; a mark before it keeps it text. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The rounds as RFC 4180: a row for each choice, reason of leftover votes and threshold, a column for each round. */
export const reportCsv = ({ rounds, choices }: CountReport): string => {
  const leftovers = [...new Set(rounds.flatMap((round) => round.leftovers.map(({ reason }) => reason)))];
  const thresholds = [...new Set(rounds.flatMap((round) => round.thresholds.map(({ kind }) => kind)))];
  const rows = [
    ['choice', ...rounds.map(({ number }) => `round ${number}`), 'standing'],
    ...choices.map(({ name }, choice) => [
      inert(name),
      ...rounds.map(({ votes }) => votes[choice] ?? ''),
      rounds.at(-1)?.standing[choice] ?? '',
    ]),
    ...leftovers.map((reason) => [
      `(${reason})`,
      ...rounds.map((round) => round.leftovers.find((one) => one.reason === reason)?.votes ?? ''),
      '',
    ]),
    ...thresholds.map((kind) => [
      `(${kind})`,
      ...rounds.map((round) => round.thresholds.find((one) => one.kind === kind)?.votes ?? ''),
      '',
    ]),
  ];
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};
