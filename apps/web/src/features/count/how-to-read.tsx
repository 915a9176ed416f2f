import type { ReadingPlan } from '@comitium/tally/formats';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { ContestForm } from './contest-form.tsx';
import { SnapshotForm } from './snapshot-form.tsx';
import type { ChosenFile, Contests } from './use-ballot-file.ts';

interface HowToReadProps {
  readonly chosen: ChosenFile;
  readonly contests: Contests | null;
  /** Its records show the rounds of a count. */
  readonly showsRounds: boolean;
  readonly onPlan: (plan: ReadingPlan) => void;
}

/** What a file does not say of itself. */
export const HowToRead = ({ chosen, contests, showsRounds, onPlan }: HowToReadProps) => {
  const { t } = useTranslation('count');
  switch (chosen.kind) {
    case 'unknown':
      return <StateMessage role="alert" title={t('unknown.title')} text={t('unknown.text')} />;
    case 'empty':
      return <StateMessage role="alert" title={t('empty.title')} text={t('empty.text')} />;
    case 'closed':
      return <StateMessage role="alert" title={t('closed.title')} text={t('closed.text')} />;
    case 'csv':
      return <ColumnsForm head={chosen.head} onPlan={(csv) => onPlan({ format: 'csv', csv })} />;
    case 'plain': {
      const before = chosen.plan?.format === 'cvr' ? chosen.plan : ({ format: 'cvr' } as const);
      return (
        <>
          {contests === null ? null : (
            <ContestForm contests={contests} onContest={(contestId) => onPlan({ ...before, contestId })} />
          )}
          {showsRounds ? <SnapshotForm onSnapshot={(snapshot) => onPlan({ ...before, snapshot })} /> : null}
        </>
      );
    }
  }
};
