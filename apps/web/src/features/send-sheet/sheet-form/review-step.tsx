import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FigureCheck } from '../../../data/sheets/check-figures.ts';
import { holdsRole, useSession } from '../../../data/use-session.ts';
import { FindingList } from '../../../ui/figures-form/finding-list.tsx';
import { RunningSum } from '../../../ui/figures-form/running-sum.tsx';
import { useSender } from '../sender/sender-context.ts';
import type { SheetDraft } from '../storage/sheet-draft.ts';
import { composeSheet } from './compose-sheet.ts';
import type { ContestFormProps } from './contest-form-props.ts';
import { FiguresTable } from './figures-table.tsx';
import { usePhotoAddress } from './photo-field.tsx';
import classes from './sheet-form.module.css';

interface ReviewStepProps extends ContestFormProps {
  readonly draft: SheetDraft;
  readonly check: FigureCheck;
  readonly onBack: () => void;
}

/** Everything once more beside the photograph, before it leaves the phone. */
export const ReviewStep = (props: ReviewStepProps) => {
  const { contest, draft, check, onBack } = props;
  const { t } = useTranslation('send-sheet');
  const address = usePhotoAddress(draft.photo);
  const { online } = useSender();
  const { handOver, busy } = useHandOver(props);
  if (check.figures === null) return null;
  return (
    <div className={classes['form']}>
      <FindingList findings={check.findings} withOutcome />
      {address ? <img src={address} alt={t('photo.alt')} className={classes['photo']} /> : null}
      <FiguresTable contest={contest} figures={check.figures} />
      <RunningSum check={check} />
      {draft.photo === null ? <p className={classes['hint']}>{t('review.noPhoto')}</p> : null}
      {draft.note ? <p>{draft.note}</p> : null}
      <div className={classes['actions']}>
        <Button size="lg" loading={busy} onClick={() => void handOver()}>
          {online ? t('review.send') : t('review.queue')}
        </Button>
        <Button size="lg" variant="default" onClick={onBack}>
          {t('review.edit')}
        </Button>
      </div>
    </div>
  );
};

const useHandOver = ({ election, electionCode, station, contest, draft, check }: ReviewStepProps) => {
  const { queue, queueState, person } = useSender();
  const { person: signedIn } = useSession();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const handOver = async (): Promise<void> => {
    if (check.figures === null) return;
    setBusy(true);
    const sheet = composeSheet({
      election: { code: electionCode, name: election?.name ?? electionCode },
      person,
      station: station.station,
      contest,
      draft,
      figures: check.figures,
      source: holdsRole(signedIn, 'polling_agent') ? 'agent' : 'correspondent',
      replaced: queueState.sheets.find(({ key }) => key === draft.replaces) ?? null,
      now: new Date().toISOString(),
    });
    await queue.hand(sheet, { draft: draft.id, replaces: draft.replaces });
    void queue.sendNow();
    await navigate({
      to: '/elections/$election/send',
      params: { election: electionCode },
      search: { station: station.station.code, sent: sheet.key },
    });
  };
  return { handOver, busy };
};
