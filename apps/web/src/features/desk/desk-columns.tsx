import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import classes from './desk.module.css';
import type { DeskTab } from './queue/desk-tabs.ts';

interface DeskColumnsProps {
  readonly election: string;
  readonly tab: DeskTab;
  /** The tabs, the search and the list. */
  readonly side: ReactNode;
  /** What is open; null when nothing is. */
  readonly detail: ReactNode;
}

/** The list beside what is looked at; on a phone one after the other. */
export const DeskColumns = ({ election, tab, side, detail }: DeskColumnsProps) => {
  const { t } = useTranslation('desk');
  return (
    <div className={classes['desk']} data-open={detail ? '' : undefined}>
      <div className={classes['side']}>{side}</div>
      <div className={classes['main']}>
        {detail ? (
          <>
            <Link
              to="/elections/$election/desk"
              params={{ election }}
              search={{ tab }}
              className={classes['back']}
            >
              {t('list.back')}
            </Link>
            {detail}
          </>
        ) : (
          <StateMessage title={t('detail.none')} text={t('detail.noneText')} />
        )}
      </div>
    </div>
  );
};
