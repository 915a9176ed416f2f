import type { Place, ProblemList } from '../file-problem.ts';

/** One field of a row, without its quotation marks. */
export interface CsvField extends Place {
  readonly text: string;
}

export interface CsvParser {
  readonly push: (text: string) => void;
  /** Gives the last row; answers the place after the last character. */
  readonly end: () => Place;
}

export interface CsvRules {
  readonly delimiter: string;
  readonly problems: ProblemList;
  /** Every record; an empty line is a record of one empty field. */
  readonly onRow: (row: readonly CsvField[]) => void;
}

/** Parses RFC 4180 as it arrives: quoted fields may hold delimiters, doubled quotation marks and line breaks. */
export const createCsvParser = ({ delimiter, problems, onRow }: CsvRules): CsvParser => {
  let [line, column] = [1, 1];
  let row: CsvField[] = [];
  let start: Place = { line, column };
  let text = '';
  let mode: 'empty' | 'bare' | 'quoted' | 'closed' = 'empty';
  let first = true;

  const endField = (): void => {
    row.push({ text, ...start });
    text = '';
    mode = 'empty';
  };
  const endRow = (): void => {
    endField();
    onRow(row);
    row = [];
  };
  const take = (char: string): void => {
    if (mode === 'empty') start = { line, column };
    if (mode === 'quoted') {
      if (char === '"') mode = 'closed';
      else text += char;
    } else if (char === delimiter) endField();
    else if (char === '\n') endRow();
    else if (char === '\r') return;
    else if (mode === 'closed' && char === '"') {
      text += '"';
      mode = 'quoted';
    } else if (mode === 'empty' && char === '"') mode = 'quoted';
    else if (mode === 'closed' || char === '"')
      problems.add(
        'malformed',
        { line, column },
        'A quotation mark stands at the ends of a field or is doubled.',
      );
    else {
      text += char;
      mode = 'bare';
    }
  };
  return {
    push(piece) {
      for (const char of first && piece.startsWith('\uFEFF') ? piece.slice(1) : piece) {
        take(char);
        column += char.length;
        if (char === '\n') [line, column] = [line + 1, 1];
      }
      first &&= piece === '';
    },
    end() {
      if (mode === 'quoted') problems.add('malformed', start, 'This quotation mark is not closed.');
      if (mode === 'empty') start = { line, column };
      if (row.length > 0 || mode !== 'empty') endRow();
      return { line, column };
    },
  };
};
