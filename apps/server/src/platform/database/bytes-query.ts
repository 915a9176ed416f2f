// COPY TO STDOUT in PostgreSQL's binary format: https://www.postgresql.org/docs/current/sql-copy.html, "Binary Format".
import pg from 'pg';

/** A row: its columns as the bytes that the type's binary output makes; null is NULL. */
export type RowOfBytes = readonly (Buffer | null)[];

const signature = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
/** Signature, flags, and the length of an extension that there is none of. */
const headLength = signature.length + 8;
const trailer = -1;

/** A query of the driver whose answer is read as bytes. */
export class BytesQuery extends pg.Query {
  readonly query_timeout: number;
  /** The driver calls it, and takes it away when the answer comes too late. */
  callback: (error: Error | null) => void;
  readonly #fetched: RowOfBytes[] = [];
  #headRead = false;

  constructor(text: string, timeoutMs: number, callback: (error: Error | null, rows: RowOfBytes[]) => void) {
    super(text);
    this.query_timeout = timeoutMs;
    this.callback = (error) => callback(error, this.#fetched);
  }

  /** PostgreSQL sends each row whole; the head comes with the first. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // The driver uses its memory again.
    const bytes = Buffer.from(chunk);
    let at = this.#headRead ? 0 : headLength;
    this.#headRead = true;
    while (at < bytes.length) {
      const columns = bytes.readInt16BE(at);
      at += 2;
      if (columns === trailer) return;
      const row: (Buffer | null)[] = [];
      for (let column = 0; column < columns; column++) {
        const length = bytes.readInt32BE(at);
        at += 4;
        row.push(length < 0 ? null : bytes.subarray(at, at + length));
        at += Math.max(0, length);
      }
      this.#fetched.push(row);
    }
  }
}
