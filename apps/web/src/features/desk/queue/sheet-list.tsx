import type { Sheet } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import { statusTones } from '../status-tones.ts';
import type { DeskTab } from './desk-tabs.ts';
import classes from './sheet-list.module.css';
import type { DeskList } from './use-desk-list.ts';

interface SheetListProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly list: DeskList;
  readonly selected: string | undefined;
}

/** The sheets of a tab; new ones are announced and wait for a click, so that nothing moves under the pointer. */
export const SheetList = ({ election, tab, list, selected }: SheetListProps) => {
  const { t } = useTranslation('desk');
  if (list.loading) return <ListSkeleton />;
  if (list.error && list.rows.length === 0) return <FailedState error={list.error} onRetry={list.retry} />;
  return (
    <div className={classes['wrap']}>
      <div aria-live="polite">
        {list.waiting > 0 ? (
          <TextButton className={classes['new'] ?? ''} onClick={list.showNew}>
            {t('list.showNew', { count: list.waiting })}
          </TextButton>
        ) : null}
      </div>
      {list.rows.length === 0 ? <StateMessage title={t(`empty.${tab}`)} text={t('empty.text')} /> : null}
      <ul className={classes['list']}>
        {list.rows.map((sheet) => (
          <SheetRow key={sheet.id} {...{ election, tab, sheet }} current={sheet.id === selected} />
        ))}
      </ul>
      {list.more ? <p className={classes['more']}>{t('list.more', { count: list.rows.length })}</p> : null}
    </div>
  );
};

interface SheetRowProps {
  readonly election: string;
  readonly tab: DeskTab;
  readonly sheet: Sheet & { readonly gone: boolean };
  readonly current: boolean;
}

const SheetRow = ({ election, tab, sheet, current }: SheetRowProps) => {
  const { t } = useTranslation(['desk', 'ui']);
  const format = useFormat();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const rules = sheet.warnings.map(({ rule }) => rule).join(' ');
  return (
    <li ref={item} data-gone={sheet.gone ? '' : undefined}>
      <Link
        to="/elections/$election/desk"
        params={{ election }}
        search={(before) => ({ ...before, tab, sheet: sheet.id })}
        className={classes['row']}
        aria-current={current ? 'true' : undefined}
      >
        <span className={classes['name']}>{sheet.station.name}</span>
        <SheetStatus tone={statusTones[sheet.status]} label={t(`ui:sheetStatus.${sheet.status}`)} />
        <span className={classes['place']}>
          {[sheet.station.code, sheet.contestName, format.time(sheet.updatedAt)].join(' · ')}
        </span>
        {rules ? <span className={classes['rules']}>{t('list.rules', { rules })}</span> : null}
      </Link>
    </li>
  );
};

const ListSkeleton = () => (
  <div className={classes['list']} aria-busy="true">
    {['a', 'b', 'c', 'd', 'e'].map((row) => (
      <div key={row} className={classes['row']}>
        <Skeleton width="70%" />
        <Skeleton width="4rem" />
        <Skeleton width="90%" height="0.8em" />
      </div>
    ))}
  </div>
);
