import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import classes from '../forms/forms.module.css';
import type { EditedElection } from './use-edited-election.ts';

interface MovedElectionProps {
  readonly edited: Pick<EditedElection<object>, 'moved' | 'takeNewest' | 'keepTyped'>;
}

/** Somebody else saved the election while this form was filled in: both are still there to be chosen. */
export const MovedElection = ({ edited }: MovedElectionProps) => {
  const { t } = useTranslation('set-up');
  if (!edited.moved) return null;
  return (
    <Notice tone="warn" role="alert" title={t('moved.title')} text={t('moved.text')}>
      <div className={classes['row']}>
        <TextButton onClick={edited.takeNewest}>{t('moved.newest')}</TextButton>
        <TextButton onClick={edited.keepTyped}>{t('moved.mine')}</TextButton>
      </div>
    </Notice>
  );
};
