import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { mostPhotoBytes, type Problem, problem } from '@comitium/contract';
import { signedIn } from '../../../../platform/access/access-rule.ts';
import { answered, type Route, route } from '../../../../platform/http/route.ts';
import type { AccountsTools } from '../../accounts-tools.ts';
import { requirePerson } from '../require-person.ts';
import { changePhoto, removePhoto } from './change-photo.ts';
import { findPhoto } from './photo-store.ts';

export const photoRoutes = (tools: AccountsTools): Route[] => [
  readRoute(tools),
  route({
    method: 'PUT',
    path: '/auth/me/photo',
    summary: 'Set my photo: a small JPEG, PNG or WebP as the raw body.',
    access: signedIn,
    streamed: true,
    takes: ['image/jpeg', 'image/png', 'image/webp'],
    bodyLimit: mostPhotoBytes,
    ratePerMinute: 10,
    handler: async ({ caller, request }) => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const source = request.body === undefined ? request.raw : request.body;
      if (!(source instanceof Readable))
        return err(problem('unsupported_media_type', 'Send the photo itself as the body.'));
      return changePhoto(tools, { caller: person.value, requestId: request.id, source });
    },
  }),
  route({
    method: 'DELETE',
    path: '/auth/me/photo',
    summary: 'Remove my photo.',
    access: signedIn,
    handler: ({ caller, request }) => {
      const person = requirePerson(caller);
      return person.ok ? removePhoto(tools, { caller: person.value, requestId: request.id }) : person;
    },
  }),
];

const readRoute = (tools: AccountsTools): Route =>
  route({
    method: 'GET',
    path: '/auth/me/photo',
    summary: 'My photo.',
    access: signedIn,
    handler: async ({ caller, reply }): Promise<Result<unknown, Problem>> => {
      const person = requirePerson(caller);
      if (!person.ok) return person;
      const photo = await findPhoto(tools.platform.db.kysely, person.value.id);
      if (photo === undefined) return err(problem('file_not_found', 'You have no photo.'));
      // Nothing that somebody uploaded may act as a page of ours, whatever a browser makes of it.
      reply
        .header('cache-control', 'private, no-store')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox");
      await reply.type(photo.media_type).send(photo.content);
      return ok(answered);
    },
  });
