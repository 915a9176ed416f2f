import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { TextButton } from '../../../ui/text-button/text-button.tsx';
import type { DeskTab } from './desk-tabs.ts';
import classes from './queue-list.module.css';
import type { ListPage } from './use-list-page.ts';
import type { DeskList } from './use-still-list.ts';

interface QueueListProps {
  readonly tab: DeskTab;
  readonly list: DeskList<{ readonly id: string }>;
  /** Whether only rows that match some words are asked for. */
  readonly searched: boolean;
  /** The rows, each a list item. */
  readonly children: ReactNode;
}

/** The queue of a tab; new rows are announced and wait for a click, so that nothing moves under the pointer. */
export const QueueList = ({ tab, list, searched, children }: QueueListProps) => {
  const { t } = useTranslation('desk');
  const wrap = useFocusOnTurn(list.page.number);
  if (list.error && list.rows.length === 0) return <FailedState error={list.error} onRetry={list.retry} />;
  const page = t('list.page', { number: list.page.number });
  return (
    <section ref={wrap} tabIndex={-1} aria-label={page} className={classes['wrap']}>
      <div aria-live="polite" className={classes['live']}>
        {list.waiting > 0 ? (
          <TextButton className={classes['new'] ?? ''} onClick={list.showNew}>
            {t('list.showNew', { count: list.waiting })}
          </TextButton>
        ) : null}
      </div>
      {list.loading ? <ListSkeleton /> : null}
      {list.rows.length === 0 && !list.loading ? <EmptyQueue tab={tab} searched={searched} /> : null}
      <ul className={classes['list']}>{children}</ul>
      {list.page.number > 1 || list.page.next ? <Pager page={list.page} label={page} /> : null}
    </section>
  );
};

/** A turned page begins at its top, for eyes as for keys. */
const useFocusOnTurn = (number: number): RefObject<HTMLElement | null> => {
  const wrap = useRef<HTMLElement>(null);
  const before = useRef(number);
  useEffect(() => {
    if (before.current !== number) wrap.current?.focus();
    before.current = number;
  }, [number]);
  return wrap;
};

const Pager = ({ page, label }: { readonly page: ListPage; readonly label: string }) => {
  const { t } = useTranslation('desk');
  return (
    <div className={classes['pager']}>
      {page.previous ? <TextButton onClick={page.previous}>{t('list.newer')}</TextButton> : <span />}
      <span>{label}</span>
      {page.next ? <TextButton onClick={page.next}>{t('list.older')}</TextButton> : <span />}
    </div>
  );
};

const EmptyQueue = ({ tab, searched }: Pick<QueueListProps, 'tab' | 'searched'>) => {
  const { t } = useTranslation('desk');
  return searched ? (
    <StateMessage title={t('empty.search')} text={t('empty.searchText')} />
  ) : (
    <StateMessage title={t(`empty.${tab}`)} text={t('empty.text')} />
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
