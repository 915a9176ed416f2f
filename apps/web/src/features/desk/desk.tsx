import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { electionQuery } from '../../data/queries.ts';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { KeysDialog } from './actions/keys-dialog.tsx';
import { useDeskKeys } from './actions/use-desk-keys.ts';
import { ConflictDesk } from './conflict-desk.tsx';
import { toDeskTab } from './queue/desk-tabs.ts';
import { TabBar } from './queue/tab-bar.tsx';
import { useDeskTopic } from './queue/use-desk-topic.ts';
import { SheetDesk } from './sheet-desk.tsx';

/** One election's desk: what waits, by tabs, and what is open. */
export const Desk = ({ election }: { readonly election: string }) => {
  const { t } = useTranslation('desk');
  const search = useSearch({ from: '/private/elections/$election/desk' });
  const tab = toDeskTab(search['tab']);
  const selected = search['sheet'];
  const [q, setQ] = useState('');
  const [slowQ] = useDebouncedValue(q, 300);
  const { data } = useQuery(electionQuery(election));
  const topic = useDeskTopic(election, data);
  const [help, setHelp] = useState(false);
  useDeskKeys({ '?': () => setHelp(true) });
  if (data && data.code !== election) {
    return (
      <Navigate to="/elections/$election/desk" params={{ election: data.code }} search={search} replace />
    );
  }
  const head = (
    <>
      <TabBar election={election} tab={tab} counts={topic.data?.counts ?? null} />
      <TextInput
        type="search"
        label={t('list.search')}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
    </>
  );
  return (
    <PageFrame
      width="wide"
      title={t('title')}
      kicker={data?.name ?? election}
      simulated={data?.simulated}
      actions={topic.problem ? null : <ConnectionBadge connection={topic.connection} lastAt={topic.lastAt} />}
    >
      {tab === 'conflicts' ? (
        <ConflictDesk {...{ election, selected }} q={slowQ}>
          {head}
        </ConflictDesk>
      ) : (
        <SheetDesk key={tab} {...{ election, tab, selected }} q={slowQ} live={topic.data}>
          {head}
        </SheetDesk>
      )}
      {help ? <KeysDialog tab={tab} onClose={() => setHelp(false)} /> : null}
    </PageFrame>
  );
};
