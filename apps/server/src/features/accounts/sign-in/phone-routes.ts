import { CodeSent, PhoneCodeBody, PhoneSignInBody, TokenAnswer } from '@comitium/contract';
import { publicAccess } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { letIn } from '../sessions/let-in.ts';
import { requesterOf } from './requester.ts';
import { requestPhoneCode, signInByPhone } from './sign-in-by-phone.ts';

export const phoneRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/phone/code',
    summary: 'Send a code of six digits to a phone; the same answer whether or not it has an account.',
    access: publicAccess,
    body: PhoneCodeBody,
    answer: CodeSent,
    handler: ({ body, request }) =>
      requestPhoneCode(tools, { ...body, requester: requesterOf(request, tools.platform) }),
  }),
  route({
    method: 'POST',
    path: '/auth/phone/sign-in',
    summary: 'Sign in, or join, by the code that was sent; also sets the session cookie.',
    access: publicAccess,
    body: PhoneSignInBody,
    answer: TokenAnswer,
    handler: async ({ body, request, reply }) => {
      const started = await signInByPhone(tools, {
        ...body,
        requester: requesterOf(request, tools.platform),
      });
      return letIn(reply, tools, started);
    },
  }),
];
