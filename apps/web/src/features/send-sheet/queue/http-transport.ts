import { ok } from '@comitium/basics';
import type { SheetBody, SheetReceipt, StoredFile } from '@comitium/contract';
import { sendRequest } from '../../../data/send-request.ts';
import type { SheetTransport } from './create-sender.ts';
import type { QueuedSheet } from './queued-sheet.ts';

const bodyOf = ({ body, photoFileId }: QueuedSheet): SheetBody => ({
  ...body,
  ...(photoFileId === null ? {} : { attachments: [photoFileId] }),
});

export const httpTransport: SheetTransport = {
  storePhoto: async ({ id, name, blob }, onUpload) => {
    const answer = await sendRequest<StoredFile>('files', {
      method: 'POST',
      body: blob,
      headers: { 'content-type': blob.type, 'x-file-name': encodeURIComponent(name) },
      idempotencyKey: id,
      onUpload,
    });
    return answer.ok ? ok(answer.value.body) : answer;
  },
  submit: async (sheet) => {
    const path = `elections/${encodeURIComponent(sheet.election)}/results/polling-station`;
    const answer = await sendRequest<SheetReceipt>(path, {
      method: 'POST',
      body: bodyOf(sheet),
      idempotencyKey: sheet.key,
    });
    return answer.ok ? ok(answer.value.body) : answer;
  },
};
