// COPY FROM STDIN: rows travel as lines and are stored page by page, at about two thirds of what PostgreSQL needs for an
// insert from arrays. https://www.postgresql.org/docs/current/sql-copy.html, "Text Format".
import pg from 'pg';

/** Rows of a table, for `inOneTrip`. */
export interface CopyRows {
  /** Table and columns, as in `sheet (id, status)`. */
  readonly into: string;
  readonly lines: string;
}

/**
 * Each line ends with a line break and has its fields separated by tabs: words without special characters as they are,
 * texts by `copyText`.
 */
export const copyRows = (into: string, lines: readonly string[]): CopyRows => ({
  into,
  lines: lines.join(''),
});

export const copyNull = '\\N';

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Any text as a field. */
export const copyText = (text: string | null): string => {
  if (text === null) return copyNull;
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (found) => escapes[found] ?? found) : text;
};

/** JSON as a field: of what needs escaping it has backslashes alone. */
export const copyJson = (value: object): string => JSON.stringify(value).replaceAll('\\', '\\\\');

/** Bytes, given in hexadecimal digits, as a field. */
export const copyBytes = (hex: string): string => `\\\\x${hex}`;

declare module 'pg' {
  /** What the driver can do and its types do not say. */
  interface Connection {
    sendCopyFromChunk(chunk: Buffer): void;
    endCopyFrom(): void;
  }
  interface Query {
    readonly text: string;
  }
}

/** A query of the driver that sends its rows behind the statement, without waiting to be asked for them. */
export class CopyQuery extends pg.Query {
  readonly query_timeout: number;
  /** The driver calls it, and takes it away when the answer comes too late. */
  callback: (error: Error | null) => void;
  readonly #lines: string;

  constructor({ into, lines }: CopyRows, timeoutMs: number, callback: (error: Error | null) => void) {
    super(`copy ${into} from stdin`);
    this.#lines = lines;
    this.query_timeout = timeoutMs;
    this.callback = callback;
  }

  override readonly submit = (connection: pg.Connection): void => {
    connection.stream.cork();
    connection.query(this.text);
    connection.sendCopyFromChunk(Buffer.from(this.#lines));
    connection.endCopyFrom();
    connection.stream.uncork();
  };

  handleCopyInResponse(): void {
    // The rows are on their way already.
  }
}
