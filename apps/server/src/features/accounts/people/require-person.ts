import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { Caller, PersonCaller } from '../../../platform/access/allows.ts';

export const requirePerson = (caller: Caller): Result<PersonCaller, Problem> =>
  caller.kind === 'person' ? ok(caller) : err(problem('unauthenticated', 'This needs a signed-in account.'));
