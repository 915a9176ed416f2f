import type { Election, ElectionTransition } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../../data/use-change.ts';
import { ReasonDialog } from '../../../ui/reason-dialog/reason-dialog.tsx';
import classes from '../forms/forms.module.css';
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
  const send = async (reason: string): Promise<boolean> => {
    const body = reason === '' ? {} : { reason };
    const path = electionPath(election.code, `transitions/${transition}`);
    return (await change.send(path, { method: 'POST', body, done: '' })) !== null;
  };
  return (
    <ReasonDialog
      title={t(`transition.${transition}`)}
      text={t(`transition.${transition}Text`, { name: election.name })}
      action={t(`transition.${transition}`)}
      needed={transition === 'reopen'}
      busy={change.busy}
      problem={change.problem}
      onAct={send}
      onClose={onClose}
    />
  );
};
