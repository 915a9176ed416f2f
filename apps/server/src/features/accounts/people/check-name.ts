import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';

/** Control characters are refused: logs and terminals would obey them, and PostgreSQL cannot hold U+0000. */
const control = /\p{Cc}/u;

/** Without the blanks around it. */
export const checkName = (text: string): Result<string, Problem> => {
  const name = text.trim();
  if (name !== '' && name.length <= 200 && !control.test(name)) return ok(name);
  const message = 'A name has 1 to 200 visible characters.';
  return err(
    problem('validation_failed', message, { errors: [{ path: '/name', code: 'invalid', message }] }),
  );
};
