import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { electionQuery } from '../../data/queries.ts';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { PageFrame } from '../../ui/page-frame/page-frame.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { KeysDialog } from './actions/keys-dialog.tsx';
import { actionKeys, type SheetAction, sheetActions } from './actions/sheet-action.ts';
import { useDeskKeys } from './actions/use-desk-keys.ts';
import classes from './desk.module.css';
import { SheetDetail } from './detail/sheet-detail.tsx';
import { toDeskTab } from './queue/desk-tabs.ts';
import { SheetList } from './queue/sheet-list.tsx';
import { TabBar } from './queue/tab-bar.tsx';
import { type DeskList, useDeskList } from './queue/use-desk-list.ts';
import { useDeskTopic } from './queue/use-desk-topic.ts';

/** The list beside the sheet that is looked at; on a phone one after the other. */
export const Desk = ({ election }: { readonly election: string }) => {
  const { t } = useTranslation('desk');
  const search = useSearch({ from: '/private/elections/$election/desk' });
  const tab = toDeskTab(search['tab']);
  const selected = search['sheet'];
  const [q, setQ] = useState('');
  const [slowQ] = useDebouncedValue(q, 300);
  const topic = useDeskTopic(election);
  const { data } = useQuery(electionQuery(election));
  const list = useDeskList(election, { tab, q: slowQ, live: topic.data });
  const [action, setAction] = useState<SheetAction | null>(null);
  const [help, setHelp] = useState(false);
  const step = useStep(election, list, selected);
  useDeskKeys({
    j: () => step(1),
    k: () => step(-1),
    '?': () => setHelp(true),
    ...Object.fromEntries(sheetActions.map((each) => [actionKeys[each], () => selected && setAction(each)])),
  });
  if (data && data.code !== election) {
    return (
      <Navigate to="/elections/$election/desk" params={{ election: data.code }} search={search} replace />
    );
  }
  return (
    <PageFrame
      width="wide"
      title={t('title')}
      kicker={data?.name ?? election}
      actions={topic.problem ? null : <ConnectionBadge connection={topic.connection} lastAt={topic.lastAt} />}
    >
      <div className={classes['desk']} data-open={selected ? '' : undefined}>
        <div className={classes['side']}>
          <TabBar election={election} tab={tab} counts={topic.data?.counts ?? null} />
          <TextInput
            type="search"
            label={t('list.search')}
            value={q}
            onChange={(event) => setQ(event.currentTarget.value)}
          />
          <SheetList election={election} tab={tab} list={list} selected={selected} />
        </div>
        <div className={classes['main']}>
          {selected ? (
            <>
              <Link
                to="/elections/$election/desk"
                params={{ election }}
                search={{ tab }}
                className={classes['back']}
              >
                {t('list.back')}
              </Link>
              <SheetDetail
                key={selected}
                election={election}
                id={selected}
                action={action}
                onAct={setAction}
              />
            </>
          ) : (
            <StateMessage title={t('detail.none')} text={t('detail.noneText')} />
          )}
        </div>
      </div>
      {help ? <KeysDialog onClose={() => setHelp(false)} /> : null}
    </PageFrame>
  );
};

/** To the sheet after or before the selected one. */
const useStep = (election: string, { rows }: DeskList, selected: string | undefined) => {
  const navigate = useNavigate();
  return (by: 1 | -1): void => {
    const place = rows.findIndex(({ id }) => id === selected);
    const next = rows[place === -1 ? 0 : place + by];
    if (!next) return;
    void navigate({
      to: '/elections/$election/desk',
      params: { election },
      search: (before) => ({ ...before, sheet: next.id }),
      replace: true,
      resetScroll: false,
    });
  };
};
