import type { ElectionId } from '@comitium/basics';
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem } from '@comitium/contract';
import type { AccessRule } from './access-rule.ts';
import { allows, allowsSomewhere, type Caller } from './allows.ts';

/** Judges a rule for a caller; `electionId` is the election of the path where the rule looks at one. */
export const mayEnter = (
  rule: AccessRule,
  caller: Caller,
  at: { electionId: ElectionId | null; now: Date },
): Result<void, Problem> => {
  if (rule.kind === 'public') return ok(undefined);
  if (caller.kind === 'anonymous') return err(problem('unauthenticated', 'This needs a signed-in account.'));
  const isLimited = caller.kind === 'person' && caller.limited === true;
  if (isLimited && !(rule.kind === 'signed_in' && rule.evenLimited === true)) {
    return err(problem('second_factor_missing', 'Your role needs a second factor: set one up, then go on.'));
  }
  if (rule.kind === 'signed_in' || holds(rule, caller, at)) return ok(undefined);
  return err(
    problem('forbidden', `This needs the permission ${rule.permission} here, which you do not hold.`),
  );
};

const holds = (
  rule: Extract<AccessRule, { kind: 'permission' }>,
  caller: Caller,
  at: { electionId: ElectionId | null; now: Date },
): boolean => {
  if (rule.at === 'platform') return allows(caller, rule.permission, {}, at.now);
  return allowsSomewhere(caller, rule.permission, rule.at === 'election' ? at.electionId : null, at.now);
};
