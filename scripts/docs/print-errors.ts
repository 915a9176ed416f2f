import { errorCodes } from '@comitium/contract';
import { page, table } from './markdown.ts';

export const printErrors = (): string =>
  page(
    'Error codes',
    '`packages/contract/src/error-codes.ts`',
    table(
      ['code', 'HTTP status', 'title'],
      Object.entries(errorCodes).map(([code, { status, title }]) => [`\`${code}\``, `${status}`, title]),
    ),
  );
