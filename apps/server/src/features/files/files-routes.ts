import { Readable } from 'node:stream';
import { err, ok, type Result } from '@comitium/basics';
import { type Problem, problem, StoredFile } from '@comitium/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { requires, signedIn } from '../../platform/access/access-rule.ts';
import type { Caller } from '../../platform/access/allows.ts';
import type { FileRoom } from '../../platform/files/open-file-room.ts';
import { discardRest } from '../../platform/files/receive-upload.ts';
import { isFresh } from '../../platform/http/is-fresh.ts';
import { answered, type Route, route } from '../../platform/http/route.ts';
import type { Platform } from '../../platform/platform.ts';
import { type FileRow, findFile } from './file-queries.ts';
import { storeFile, tooLarge } from './store-file.ts';

/** Whether somebody else than the uploader may read a file: whoever uses files in his records knows. */
export type MayReadFile = (caller: Caller, fileId: string) => Promise<boolean>;

interface FilesTools {
  readonly platform: Platform;
  readonly room: () => Promise<FileRoom>;
  readonly mayReadFile: MayReadFile;
}

/** A refused body of up to so many times the limit is still read, so that its sender sees the answer. */
const bodiesDiscarded = 4;

export const filesRoutes = (tools: FilesTools): Route[] => [uploadRoute(tools), readRoute(tools)];

const toAnswer = ({ id, name, mediaType, size, sha256 }: FileRow): StoredFile => ({
  id,
  name,
  mediaType,
  size,
  sha256: sha256.toString('hex'),
});

const uploadRoute = ({ platform, room }: FilesTools): Route =>
  route({
    method: 'POST',
    path: '/files',
    summary: 'Upload an attachment as the raw body; X-File-Name holds its percent-encoded name.',
    access: requires('sheets.submit', 'command'),
    answer: StoredFile,
    status: 201,
    streamed: true,
    takes: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    bodyLimit: platform.config.uploadLimit,
    ratePerMinute: 60,
    handler: async ({ caller, request, reply }) => {
      const { uploadLimit } = platform.config;
      const declared = Number(request.headers['content-length'] ?? 0);
      if (declared > uploadLimit * bodiesDiscarded) {
        reply.header('connection', 'close');
        return err(tooLarge(uploadLimit));
      }
      const header = request.headers['x-file-name'];
      const name = Array.isArray(header) ? header[0] : header;
      const source = bodyOf(request);
      if (source === null) return err(problem('unsupported_media_type', 'Send the file itself as the body.'));
      const upload = { caller, requestId: request.id, source, name };
      const stored = await storeFile(platform, await room(), upload);
      if (stored.ok) return ok(toAnswer(stored.value));
      if (!(await discardRest(source, uploadLimit * bodiesDiscarded))) reply.header('connection', 'close');
      return stored;
    },
  });

/** Null where the declared type made a parser read the body already: no attachment is JSON or plain text. */
const bodyOf = ({ body, raw }: FastifyRequest): Readable | null => {
  if (body === undefined) return raw;
  return body instanceof Readable ? body : null;
};

const readRoute = ({ platform, room, mayReadFile }: FilesTools): Route =>
  route({
    method: 'GET',
    path: '/files/:id',
    summary: 'An attachment: for its uploader, and for those who may read a sheet it belongs to.',
    access: signedIn,
    params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
    handler: async ({ caller, params, request, reply }): Promise<Result<unknown, Problem>> => {
      const file = await findFile(platform.db.kysely, params.id);
      const mine = file !== undefined && caller.kind === 'person' && caller.id === file.uploadedBy;
      if (file === undefined || !(mine || (await mayReadFile(caller, file.id)))) {
        return err(problem('file_not_found', 'There is no such file, or it is not for you.'));
      }
      const etag = `"${file.sha256.toString('hex')}"`;
      addHeaders(reply, file, etag);
      if (isFresh(request.headers['if-none-match'], etag)) {
        await reply.code(304).send();
        return ok(answered);
      }
      const content = await (await room()).open(file.place);
      await reply.type(file.mediaType).header('content-length', file.size).send(content);
      return ok(answered);
    },
  });

/** Nothing that somebody uploaded may act as a page of ours, whatever a browser makes of it. */
const addHeaders = (reply: FastifyReply, { name, mediaType }: FileRow, etag: string): void => {
  const kind = mediaType.startsWith('image/') ? 'inline' : 'attachment';
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  reply
    .header('etag', etag)
    .header('cache-control', 'private, no-cache')
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('content-disposition', `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`);
};
