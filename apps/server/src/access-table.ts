// Who may come in where, read off the declared rules: printed for people, and compared with the running server.
import { type Role, roles } from '@comitium/contract';
import type { AccessRule } from './platform/access/access-rule.ts';
import { type Permission, permissions, rolePermissions } from './platform/access/permissions.ts';
import { routeUrl } from './platform/http/register-routes.ts';
import type { Route } from './platform/http/route.ts';
import type { TopicAccess, TopicDefinition } from './platform/live/index.ts';

/** Everybody the table has a column for. */
export type Holder = 'anonymous' | Role;

export const holders: readonly Holder[] = ['anonymous', ...roles];

export interface AccessRow {
  /** `GET /api/v1/elections/:election`, or a topic's pattern. */
  readonly place: string;
  readonly rule: AccessRule;
  /** With the role held where the rule looks. */
  readonly admits: Readonly<Record<Holder, boolean>>;
}

export const routeRow = (route: Route): AccessRow => ({
  place: `${route.method} ${routeUrl(route)}`,
  rule: route.access,
  admits: admitsBy(route.access),
});

export const topicRow = ({ pattern, access }: TopicDefinition<unknown>): AccessRow => {
  const rule = ruleOfTopic(pattern, access);
  return { place: pattern, rule, admits: admitsBy(rule) };
};

const admitsBy = (rule: AccessRule): Record<Holder, boolean> =>
  Object.fromEntries(holders.map((holder) => [holder, admits(rule, holder)])) as Record<Holder, boolean>;

const admits = (rule: AccessRule, holder: Holder): boolean => {
  if (rule.kind === 'public') return true;
  if (holder === 'anonymous') return false;
  return rule.kind === 'signed_in' || rolePermissions[holder].includes(rule.permission);
};

const isPermission = (word: string): word is Permission => (permissions as readonly string[]).includes(word);

/** The hub knows no permissions, so that a topic's rule is words: `<permission> in the election`. */
const ruleOfTopic = (pattern: string, access: TopicAccess): AccessRule => {
  if (access.kind === 'everyone') return { kind: 'public' };
  if (access.kind === 'signed-in') return { kind: 'signed_in' };
  const [permission = '', ...where] = access.rule.split(' ');
  if (!isPermission(permission)) {
    throw new Error(`topic ${pattern}: the rule "${access.rule}" does not begin with a permission`);
  }
  return {
    kind: 'permission',
    permission,
    at: where.join(' ') === 'in the election' ? 'election' : 'command',
  };
};
