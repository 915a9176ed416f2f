// Figures of tables of votes, each problem told at its field.
import type { CsvField } from '@comitium/tally/formats';
import type { CommandProblem } from '../count/command-problem.ts';

/** A whole number as people write it in tables: digits alone. */
export const readCount = (problems: CommandProblem[], field: CsvField): number => {
  const text = field.text.trim();
  const count = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(count)) return count;
  problems.push(problemAt(field, 'number_invalid', `A whole number is expected, not ${text || 'nothing'}.`));
  return 0;
};

/** The seats of a district, which all its rows must agree about. */
export const readSeats = (
  problems: CommandProblem[],
  district: { seats: number | null },
  field: CsvField | null,
): void => {
  if (field === null) return;
  const seats = readCount(problems, field);
  if (district.seats !== null && district.seats !== seats)
    problems.push(
      problemAt(field, 'seats_differ', `This district has ${district.seats} seats in an earlier row.`),
    );
  district.seats ??= seats;
};

export const problemAt = ({ line, column }: CsvField, code: string, message: string): CommandProblem => ({
  code,
  line,
  column,
  message,
});
