import { err, ok } from '@comitium/basics';
import { AccountExport, DeleteMeBody, EditMeBody, Me } from '@comitium/contract';
import { evenLimited, signedIn } from '../../../platform/access/access-rule.ts';
import { originOf } from '../../../platform/access/origin.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import type { AccountsTools } from '../accounts-tools.ts';
import { requireFresh } from '../changes/require-fresh.ts';
import { clearSessionCookie } from '../sessions/session-cookie.ts';
import { deleteAccount } from './delete-account.ts';
import { editProfile } from './edit-profile.ts';
import { exportAccount } from './export-account.ts';
import { getMe } from './get-me.ts';
import { photoRoutes } from './photo/photo-routes.ts';
import { requirePerson } from './require-person.ts';

export const meRoutes = (tools: AccountsTools): Route[] => [
  route({
    method: 'GET',
    path: '/auth/me',
    summary: 'Who I am and what I may do.',
    access: evenLimited,
    answer: Me,
    handler: ({ caller }) => getMe(tools, caller),
  }),
  route({
    method: 'PATCH',
    path: '/auth/me',
    summary: 'Change my name or my language; nothing else of an account is changed by its owner alone.',
    access: signedIn,
    body: EditMeBody,
    answer: Me,
    handler: async ({ caller, body, request }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const edited = await editProfile(tools, {
        ...originOf({ caller, request }),
        person: person.value,
        ...body,
      });
      return edited.ok ? getMe(tools, caller) : err(edited.error);
    },
  }),
  route({
    method: 'GET',
    path: '/auth/me/export',
    summary: 'Everything that is held about me, as a JSON file.',
    access: signedIn,
    answer: AccountExport,
    ratePerMinute: 5,
    handler: async ({ caller, reply }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      reply.header('content-disposition', 'attachment; filename="my-account.json"');
      reply.header('cache-control', 'no-store');
      return ok(await exportAccount(tools, person.value));
    },
  }),
  deleteRoute(tools),
  ...photoRoutes(tools),
];

const deleteRoute = (tools: AccountsTools): Route =>
  route({
    method: 'POST',
    path: '/auth/me/delete',
    summary: 'Erase my account: sessions, rights and personal data end at once and cannot be brought back.',
    access: signedIn,
    body: DeleteMeBody,
    ratePerMinute: 5,
    handler: async ({ caller, body, request, reply }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const fresh = await requireFresh(tools, person.value, body.password);
      if (!fresh.ok) return fresh;
      const deleted = await deleteAccount(tools, { caller: person.value, requestId: request.id });
      if (deleted.ok) clearSessionCookie(reply, tools.platform.config);
      return deleted;
    },
  });
