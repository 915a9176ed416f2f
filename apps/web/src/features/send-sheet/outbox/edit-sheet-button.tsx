import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import { draftOfQueued } from '../storage/draft-of-queued.ts';

/** Opens the sheet as a draft again. The one in the queue stays until the corrected one takes its place. */
export const EditSheetButton = ({ sheet }: { readonly sheet: QueuedSheet }) => {
  const { t } = useTranslation('send-sheet');
  const { storage, person } = useSender();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const edit = async (): Promise<void> => {
    setBusy(true);
    const draft = draftOfQueued(sheet);
    const open = await storage.drafts.get(draft.id);
    // What was already changed since the refusal is not overwritten.
    if (open?.replaces !== sheet.key) await storage.drafts.put(draft);
    await navigate({
      to: '/elections/$election/send',
      params: { election: sheet.election },
      search: { station: sheet.station.code, contest: sheet.contest.code },
    });
  };
  if (sheet.person.id !== person.id) return null;
  return (
    <Button loading={busy} onClick={() => void edit()}>
      {t('outbox.edit')}
    </Button>
  );
};
