import type { Contest, Sheet } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import type { LoadedSheet } from '../desk-queries.ts';
import { differencesOf } from './revision-differences.ts';

interface ChangedNoticeProps {
  readonly contest: Contest;
  /** The sheet as it stands on the page. */
  readonly seen: Sheet;
  readonly now: LoadedSheet;
  readonly onLook: () => void;
}

/** Somebody else corrected the sheet while it was open: what changed, before anything is done to it. */
export const ChangedNotice = ({ contest, seen, now, onLook }: ChangedNoticeProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const latest = now.revisions.at(-1);
  return (
    <Notice
      tone="warn"
      role="alert"
      title={t('changed.title', { author: latest?.author ?? now.sheet.author })}
      text={latest?.reason ?? undefined}
    >
      <ul>
        {differencesOf(contest, seen, now.sheet).map(({ key, choice, before, after }) => (
          <li key={key}>
            {t('history.change', {
              figure: choice ?? t(`ui:figures.${key}`),
              before: format.count(before),
              after: format.count(after),
            })}
          </li>
        ))}
      </ul>
      <p>{t('changed.text')}</p>
      <div>
        <TextButton onClick={onLook}>{t('changed.look')}</TextButton>
      </div>
    </Notice>
  );
};
