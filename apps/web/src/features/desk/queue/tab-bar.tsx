import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import type { DeskState } from './desk-state.ts';
import { type DeskTab, deskTabs } from './desk-tabs.ts';
import classes from './tab-bar.module.css';

interface TabBarProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly counts: DeskState['counts'] | null;
}

export const TabBar = ({ election, tab, counts }: TabBarProps) => {
  const { t } = useTranslation('desk');
  const format = useFormat();
  return (
    <nav aria-label={t('tab.label')} className={classes['tabs']}>
      {deskTabs.map((each) => (
        <Link
          key={each}
          to="/elections/$election/desk"
          params={{ election }}
          search={{ tab: each }}
          className={classes['tab']}
          aria-current={each === tab ? 'page' : undefined}
        >
          {t(`tab.${each}`)}
          {counts?.[each] === undefined ? null : (
            <span className={classes['count']}>{format.count(counts[each])}</span>
          )}
        </Link>
      ))}
    </nav>
  );
};
