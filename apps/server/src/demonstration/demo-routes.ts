import { ok } from '@comitium/basics';
import { Type } from 'typebox';
import { publicAccess } from '../platform/access/access-rule.ts';
import { type Route, route } from '../platform/http/route.ts';
import type { DemoLogin } from './demo-accounts.ts';

/** Tells the sign-in page whether this is a demonstration, and who can be signed in; never the password. */
export const demoRoutes = (logins: readonly DemoLogin[]): Route[] => [
  route({
    method: 'GET',
    path: '/demo',
    summary: 'The demonstration’s accounts; none on a real installation.',
    access: publicAccess,
    answer: Type.Object({
      logins: Type.Array(Type.Object({ email: Type.String(), name: Type.String(), role: Type.String() })),
    }),
    handler: () => ok({ logins: [...logins] }),
  }),
];
