import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import type { CountNews } from './count-order.ts';
import { ProblemList } from './problem-list.tsx';
import { RefusedNotice } from './refused-notice.tsx';
import { CountResult } from './result/count-result.tsx';
import { asksSnapshot } from './use-ballot-file.ts';

interface AnswerProps {
  readonly news: CountNews;
  /** The method that was asked for. */
  readonly method: string;
  /** What the file calls the contest; null where it does not say. */
  readonly title: string | null;
  readonly onLot: (lot: readonly number[]) => void;
  /** Reads once more; null where there is nothing to read again. */
  readonly onAgain: (() => void) | null;
}

/** What came of reading and counting. */
export const Answer = ({ news, method, title, onLot, onAgain }: AnswerProps) => {
  const { t } = useTranslation('count');
  switch (news.kind) {
    case 'unreadable':
      // The reader of the page is asked which contest, or which marks, instead.
      if (asksSnapshot(news.problems)) return null;
      if (news.problems.every(({ contests = [] }) => contests.length > 1)) return null;
      return <ProblemList problems={news.problems} />;
    case 'refused':
      return <RefusedNotice problems={news.problems} method={method} />;
    case 'failed':
      return <StateMessage role="alert" title={t('failed')} text={news.message} />;
    case 'stopped':
      return (
        <StateMessage title={t('stopped.title')} text={t('stopped.text')}>
          {onAgain === null ? null : <TextButton onClick={onAgain}>{t('stopped.again')}</TextButton>}
        </StateMessage>
      );
    case 'counted':
      return <CountResult report={news.report} title={title} onLot={onLot} />;
    default:
      return null;
  }
};
