import type { Me } from '@comitium/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemAnswer } from '../../../data/problem-error.ts';
import { saveFile } from '../../../data/save-file.ts';
import { sendForFile } from '../../../data/send-request.ts';
import { PlainProblem } from '../../../ui/entry/plain-problem.tsx';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../account.module.css';
import { Card } from '../card.tsx';
import { DeleteDialog } from './delete-dialog.tsx';

interface DataSectionProps {
  readonly person: Me;
  readonly onGone: () => void;
}

export const DataSection = ({ person, onGone }: DataSectionProps) => {
  const { t } = useTranslation('account');
  const [state, setState] = useState<'idle' | 'busy' | 'saved'>('idle');
  const [problem, setProblem] = useState<ProblemAnswer | null>(null);
  const [deleting, setDeleting] = useState(false);
  const save = async (): Promise<void> => {
    setState('busy');
    setProblem(null);
    const answer = await sendForFile('auth/me/export', {});
    if (answer.ok) saveFile(answer.value, 'my-account.json');
    else setProblem(answer.error);
    setState(answer.ok ? 'saved' : 'idle');
  };
  return (
    <Card title={t('data.title')}>
      <div>
        <div className={classes['line']}>
          <span className={classes['words']}>
            <strong>{t('data.export')}</strong>
            <span className={classes['small']}>{t('data.exportText')}</span>
          </span>
          <TextButton disabled={state === 'busy'} onClick={() => void save()}>
            {t('data.save')}
          </TextButton>
        </div>
        <div aria-live="polite">
          <PlainProblem problem={problem} />
          {state === 'saved' ? <Notice tone="good" title={t('data.saved')} /> : null}
        </div>
        <div className={classes['line']}>
          <span className={classes['words']}>
            <strong>{t('data.delete')}</strong>
            <span className={classes['small']}>{t('data.deleteText')}</span>
          </span>
          <TextButton onClick={() => setDeleting(true)}>{t('data.deleteOpen')}</TextButton>
        </div>
      </div>
      {deleting ? <DeleteDialog person={person} onClose={() => setDeleting(false)} onGone={onGone} /> : null}
    </Card>
  );
};
