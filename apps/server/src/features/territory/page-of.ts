import { err, ok, type Result } from '@comitium/basics';
import { type PageOf, type Problem, problem } from '@comitium/contract';

export interface PageRequest {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** One page of a list that is in memory; the cursor names the last item of the page before. */
export const pageOf = <T>(
  items: readonly T[],
  { limit = 20, cursor }: PageRequest,
  keyOf: (item: T) => string,
): Result<PageOf<T>, Problem> => {
  let start = 0;
  if (cursor !== undefined) {
    const key = Buffer.from(cursor, 'base64url').toString();
    start = items.findIndex((item) => keyOf(item) === key) + 1;
    if (start === 0) return err(problem('cursor_invalid', 'This list gave out no such cursor.'));
  }
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const more = start + limit < items.length && last !== undefined;
  return ok({ items: page, nextCursor: more ? Buffer.from(keyOf(last)).toString('base64url') : null });
};
