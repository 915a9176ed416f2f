import { isUuid } from '@comitium/basics';

/** Where a page of sheets ended. Times are kept to the microsecond that PostgreSQL orders by. */
export interface SheetCursor {
  readonly at: Date;
  readonly id: string;
}

export const encodeCursor = ({ at, id }: SheetCursor): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url');

export const decodeCursor = (cursor: string): SheetCursor | null => {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const time = new Date(at);
  return Number.isNaN(time.getTime()) || !isUuid(id) ? null : { at: time, id };
};
