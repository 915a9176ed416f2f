import type { PageOf } from '@comitium/contract';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './administration.module.css';

interface PageListProps<T> {
  readonly query: UseInfiniteQueryResult<InfiniteData<PageOf<T>>>;
  readonly label: string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly children: (item: T) => ReactNode;
}

/** A list that grows page by page: its skeleton, why it could not be had, that it is empty, or its items. */
export const PageList = <T extends { readonly id: string }>({
  query,
  label,
  empty,
  children,
}: PageListProps<T>) => {
  const { t } = useTranslation('administration');
  const { data, error, isFetching, refetch } = query;
  if (!data && error) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height="16rem" />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <StateMessage {...empty} />;
  return (
    <>
      <ul className={classes['list']} aria-label={label}>
        {items.map((item) => (
          <li key={item.id}>{children(item)}</li>
        ))}
      </ul>
      {query.hasNextPage ? (
        <div className={classes['row']}>
          <TextButton disabled={isFetching} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </TextButton>
        </div>
      ) : null}
    </>
  );
};
