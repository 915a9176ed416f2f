import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { draftOfFigures } from '../../../data/sheets/figures-draft.ts';
import type { QueuedSheet } from '../queue/queued-sheet.ts';
import { useSender } from '../sender/sender-context.ts';
import { draftId } from '../storage/sheet-draft.ts';

/** Opens the sheet as a draft again. The one in the queue stays until the corrected one takes its place. */
export const EditSheetButton = ({ sheet }: { readonly sheet: QueuedSheet }) => {
  const { t } = useTranslation('send-sheet');
  const { storage, person } = useSender();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const edit = async (): Promise<void> => {
    setBusy(true);
    const place = { election: sheet.election, station: sheet.station.code, contest: sheet.contest.code };
    const id = draftId(place);
    const open = await storage.drafts.get(id);
    if (open?.replaces !== sheet.key) {
      const figures = draftOfFigures(sheet.contest, sheet.body);
      await storage.drafts.put({
        id,
        figures,
        note: sheet.body.note ?? '',
        photo: sheet.photo,
        replaces: sheet.key,
      });
    }
    await navigate({
      to: '/elections/$election/send',
      params: { election: sheet.election },
      search: { station: place.station, contest: place.contest },
    });
  };
  if (sheet.person.id !== person.id) return null;
  return (
    <Button loading={busy} onClick={() => void edit()}>
      {t('outbox.edit')}
    </Button>
  );
};
