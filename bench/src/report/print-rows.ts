import type { Row } from './row.ts';

export const printJson = (rows: readonly Row[]): void => {
  for (const one of rows) console.log(JSON.stringify(one));
};

const headings = ['bench', 'metric', 'value', 'against', 'its value', 'ratio', 'target', 'met'];

/** A table for people; notes stand below it, numbered. */
export const printTable = (rows: readonly Row[]): void => {
  const notes = [...new Set(rows.flatMap((one) => one.note ?? []))];
  const lines = rows.map((one) => cells(one, notes));
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...lines.map((line) => line[at]?.length ?? 0)),
  );
  const print = (line: readonly string[]): void =>
    console.log(
      line
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  print(headings);
  print(widths.map((width) => '─'.repeat(width)));
  for (const line of lines) print(line);
  for (const [at, note] of notes.entries()) console.log(`${at === 0 ? '\n' : ''}[${at + 1}] ${note}`);
};

const cells = (one: Row, notes: readonly string[]): string[] => [
  one.bench,
  one.note === undefined ? one.metric : `${one.metric} [${notes.indexOf(one.note) + 1}]`,
  one.value === null ? '–' : `${spoken(one.value)} ${one.unit}`,
  one.against ?? '',
  one.againstValue === null ? '' : `${spoken(one.againstValue)} ${one.unit}`,
  one.ratio === null ? '' : `${one.ratio.toFixed(2)} ×`,
  one.target ?? '',
  one.met === null ? '' : one.met ? 'yes' : 'NO',
];

const spoken = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
