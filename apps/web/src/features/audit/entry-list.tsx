import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import classes from './audit.module.css';
import { entriesKey, entriesQuery } from './audit-query.ts';
import type { EntryFilter } from './entry-filter.ts';
import { EntryItem } from './entry-item.tsx';

interface EntryListProps {
  readonly filter: EntryFilter;
  /** The newest entry that the live feed knows: another one means that the list has grown. */
  readonly newest: string | null;
  readonly onChange: (filter: EntryFilter) => void;
}

/** Newest first. The first page follows what happens by itself; whoever has gone further back is asked. */
export const EntryList = ({ filter, newest, onChange }: EntryListProps) => {
  const { t } = useTranslation('audit');
  const client = useQueryClient();
  const entries = useInfiniteQuery(entriesQuery(filter));
  const { data, error, isFetching, refetch } = entries;
  const isFirstPage = (data?.pages.length ?? 0) === 1;
  useEffect(() => {
    if (newest !== null && isFirstPage) void client.invalidateQueries({ queryKey: entriesKey });
  }, [newest, isFirstPage, client]);
  if (!data && error) return <FailedState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton height="24rem" />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <StateMessage title={t('empty.title')} text={t('empty.text')} />;
  return (
    <>
      {isFirstPage ? null : (
        <TextButton disabled={isFetching} onClick={() => void client.resetQueries({ queryKey: entriesKey })}>
          {t('newest')}
        </TextButton>
      )}
      <ol className={classes['list']} aria-label={t('list')}>
        {items.map((entry) => (
          <EntryItem key={entry.id} entry={entry} filter={filter} onChange={onChange} />
        ))}
      </ol>
      {entries.hasNextPage ? (
        <TextButton disabled={isFetching} onClick={() => void entries.fetchNextPage()}>
          {t('older')}
        </TextButton>
      ) : null}
    </>
  );
};
