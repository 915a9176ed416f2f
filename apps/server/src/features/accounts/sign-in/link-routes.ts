import {
  ConfirmSignUpBody,
  ForgotPasswordBody,
  LinkSent,
  ResetPasswordBody,
  SignUpBody,
  TokenAnswer,
} from '@comitium/contract';
import { publicAccess } from '../../../platform/access/access-rule.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { letIn } from '../sessions/let-in.ts';
import { requesterOf } from './requester.ts';
import { forgotPassword, resetPassword } from './reset-password.ts';
import { confirmSignUp, signUp } from './sign-up.ts';

export const linkRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'POST',
    path: '/auth/sign-up',
    summary: 'Join by e-mail: a link is sent; the same answer whether or not the address has an account.',
    access: publicAccess,
    body: SignUpBody,
    answer: LinkSent,
    ratePerMinute: 20,
    handler: ({ body, request }) =>
      signUp(tools, { ...body, requester: requesterOf(request, tools.platform) }),
  }),
  confirmRoute(tools),
  route({
    method: 'POST',
    path: '/auth/password/forgot',
    summary: 'Send a link to set a new password; the same answer whether or not the address has an account.',
    access: publicAccess,
    body: ForgotPasswordBody,
    answer: LinkSent,
    ratePerMinute: 20,
    handler: ({ body, request }) =>
      forgotPassword(tools, { ...body, requester: requesterOf(request, tools.platform) }),
  }),
  route({
    method: 'POST',
    path: '/auth/password/reset',
    summary: 'Set a new password by the token of a link; every session ends.',
    access: publicAccess,
    body: ResetPasswordBody,
    ratePerMinute: 20,
    handler: ({ body, request }) =>
      resetPassword(tools, { ...body, requester: requesterOf(request, tools.platform) }),
  }),
];

const confirmRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/sign-up/confirm',
    summary: 'Make the account that a link belongs to, and sign in; also sets the session cookie.',
    access: publicAccess,
    body: ConfirmSignUpBody,
    answer: TokenAnswer,
    ratePerMinute: 20,
    handler: async ({ body, request, reply }) => {
      const started = await confirmSignUp(tools, {
        ...body,
        requester: requesterOf(request, tools.platform),
      });
      return letIn(reply, tools, started);
    },
  });
