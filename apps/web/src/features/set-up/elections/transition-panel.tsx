import type { Election, ElectionTransition } from '@comitium/contract';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ModalDialog } from '../../../ui/modal-dialog/modal-dialog.tsx';
import { ChangeResult } from '../forms/change-result.tsx';
import classes from '../forms/forms.module.css';
import { useChange } from '../forms/use-change.ts';
import { electionPath } from '../set-up-queries.ts';
import { transitionsFrom } from './election-words.ts';

/** The state of the election and where it can go from there. */
export const TransitionPanel = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation(['set-up', 'ui']);
  const [open, setOpen] = useState<ElectionTransition | null>(null);
  return (
    <div className={classes['card']}>
      <p>{t('transition.now', { state: t(`ui:electionState.${election.state}`) })}</p>
      <div className={classes['row']}>
        {transitionsFrom[election.state].map((transition) => (
          <Button key={transition} variant="default" onClick={() => setOpen(transition)}>
            {t(`transition.${transition}`)}
          </Button>
        ))}
      </div>
      {open ? <TransitionDialog election={election} transition={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
};

interface TransitionDialogProps {
  readonly election: Election;
  readonly transition: ElectionTransition;
  readonly onClose: () => void;
}

const TransitionDialog = ({ election, transition, onClose }: TransitionDialogProps) => {
  const { t } = useTranslation('set-up');
  const change = useChange();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const needed = transition === 'reopen';
  const missing = needed && reason.trim().length < 3;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (missing) return;
    const body = reason.trim() === '' ? {} : { reason: reason.trim() };
    const path = electionPath(election.code, `transitions/${transition}`);
    if ((await change.send(path, { method: 'POST', body, done: '' })) !== null) onClose();
  };
  return (
    <ModalDialog title={t(`transition.${transition}`)} onClose={onClose}>
      <form className={classes['stack']} onSubmit={(event) => void submit(event)}>
        <p>{t(`transition.${transition}Text`, { name: election.name })}</p>
        <ChangeResult change={change} withErrors />
        <Textarea
          label={needed ? t('transition.reason') : t('transition.reasonOptional')}
          error={tried && missing ? t('transition.reasonMissing') : undefined}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={classes['row']}>
          <Button type="submit" loading={change.busy}>
            {t(`transition.${transition}`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  );
};
