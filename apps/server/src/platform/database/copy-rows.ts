// COPY FROM STDIN: rows are stored page by page, and in the binary format nothing is spelt here and read again there.
// https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format"; the fields are as the types' receive functions
// want them (src/backend/utils/adt).
import pg from 'pg';

/** Rows of a table, for `inOneTrip`. */
export interface CopyRows {
  /** Table and columns, as in `sheet (id, status)`. */
  readonly into: string;
  readonly bytes: Buffer;
}

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
  readonly #bytes: Buffer;

  constructor({ into, bytes }: CopyRows, timeoutMs: number, callback: (error: Error | null) => void) {
    super(`copy ${into} from stdin (format binary)`);
    this.#bytes = bytes;
    this.query_timeout = timeoutMs;
    this.callback = callback;
  }

  override readonly submit = (connection: pg.Connection): void => {
    connection.stream.cork();
    connection.query(this.text);
    connection.sendCopyFromChunk(this.#bytes);
    connection.endCopyFrom();
    connection.stream.uncork();
  };

  handleCopyInResponse(): void {
    // The rows are on their way already.
  }
}
