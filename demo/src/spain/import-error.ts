/** Why the files of Spain could not be read; `line` counts from 1 and is that of the file, its header included. */
export interface SpainImportError {
  readonly code: 'file_missing' | 'file_corrupt' | 'columns_missing' | 'row_invalid';
  readonly file: string;
  readonly line?: number;
  readonly detail: string;
}

/** The error of a file that could not be opened, unpacked or read to its end after `line` lines. */
export const fileError = (file: string, cause: unknown, line?: number): SpainImportError => {
  const { code, message } = cause as { code?: string; message?: string };
  if (code === 'ENOENT') return { code: 'file_missing', file, detail: 'There is no such file.' };
  const detail = message ?? String(cause);
  return { code: 'file_corrupt', file, ...(line === undefined ? {} : { line }), detail };
};

export const describeImportError = ({ code, file, line, detail }: SpainImportError): string =>
  `${code}: ${file}${line === undefined ? '' : `, line ${line}`}: ${detail}`;
