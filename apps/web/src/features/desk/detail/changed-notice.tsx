import type { Contest, Sheet } from '@comitium/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { differencesOf } from './revision-differences.ts';

interface ChangedNoticeProps {
  readonly contest: Contest;
  /** The sheet as it stands on the page. */
  readonly before: Sheet;
  readonly after: Sheet;
  /** Who changed it and why, where that is known. */
  readonly author: string | null;
  readonly reason: string | null;
  readonly onLook: () => void;
}

/** Somebody else corrected the sheet while it was open: what changed, before anything is done to it. */
export const ChangedNotice = ({ contest, before, after, author, reason, onLook }: ChangedNoticeProps) => {
  const { t } = useTranslation('desk');
  return (
    <Notice
      tone="warn"
      role="alert"
      title={author === null ? t('changed.titleSomebody') : t('changed.title', { author })}
      text={reason ?? undefined}
    >
      <FigureChanges contest={contest} before={before} after={after}>
        <li>{t('changed.noFigure')}</li>
      </FigureChanges>
      <p>{t('changed.text')}</p>
      <div>
        <TextButton onClick={onLook}>{t('changed.look')}</TextButton>
      </div>
    </Notice>
  );
};

interface FigureChangesProps extends Pick<ChangedNoticeProps, 'contest' | 'before' | 'after'> {
  /** When only the state of the sheet changed. */
  readonly children: ReactNode;
}

const FigureChanges = ({ contest, before, after, children }: FigureChangesProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const changes = differencesOf(contest, before, after);
  return (
    <ul>
      {changes.length === 0 ? children : null}
      {changes.map(({ key, choice, ...change }) => (
        <li key={key}>
          {t('history.change', {
            figure: choice ?? t(`ui:figures.${key}`),
            before: format.count(change.before),
            after: format.count(change.after),
          })}
        </li>
      ))}
    </ul>
  );
};
