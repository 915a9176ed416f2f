import type { FieldError } from '@comitium/contract';

/** One area of an import before anything about it is known to be right; the place it came from is kept for reports. */
export interface RegisterRow {
  /** JSON pointer of the row, such as `/areas/17`; of a CSV line, an empty string. */
  readonly path: string;
  readonly line: number | undefined;
  readonly code: string;
  readonly name: string;
  /** Code of the area above; null for the root. */
  readonly parent: string | null;
  readonly level: number;
  readonly registered: number;
  readonly point: readonly [number, number] | null;
}

export interface RegisterSource {
  /** Of a file with errors of form: it is never written, but its other errors can be told. */
  readonly formErrors?: readonly FieldError[];
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
  readonly simulated: boolean;
  readonly rows: readonly RegisterRow[];
}
