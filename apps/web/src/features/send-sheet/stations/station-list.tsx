import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetStatus } from '../../../ui/sheet-status/sheet-status.tsx';
import { Skeleton } from '../../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import { useSender } from '../sender/sender-context.ts';
import type { Kept } from '../sender/use-kept.ts';
import { type MyStation, stationState } from '../station-state.ts';
import { loadStations, type StationList as Stations } from './load-stations.ts';
import { searchStations } from './search-stations.ts';
import { stateTones } from './state-tones.ts';
import classes from './station-list.module.css';

interface StationListProps {
  readonly election: string;
  readonly stations: Kept<Stations>;
}

/** The stations a person is assigned to, each with what became of its sheets. */
export const StationList = ({ election, stations: { data, error, loading, refresh } }: StationListProps) => {
  const { t } = useTranslation('send-sheet');
  const [q, setQ] = useState('');
  const [slowQ] = useDebouncedValue(q, 300);
  const found = useQuery({
    queryKey: ['send-sheet', 'found', election, slowQ],
    queryFn: ({ signal }) => loadStations(election, { q: slowQ, signal }),
    enabled: data?.more === true && slowQ !== '',
  });
  if (loading) return <ListSkeleton />;
  if (data === null) return error ? <FailedState error={error} onRetry={refresh} /> : <ListSkeleton />;
  if (data.stations.length === 0)
    return <StateMessage title={t('stations.none')} text={t('stations.noneText')} />;
  const shown = data.more && q !== '' && found.data ? found.data.stations : searchStations(data.stations, q);
  return (
    <section className={classes['section']}>
      <TextInput
        type="search"
        label={t('stations.search')}
        description={data.more ? t('stations.more', { count: data.stations.length }) : undefined}
        size="md"
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <p className="visually-hidden" aria-live="polite">
        {t('stations.found', { count: shown.length })}
      </p>
      {shown.length === 0 ? <p>{t('stations.noMatch', { q })}</p> : null}
      <ul className={classes['list']}>
        {shown.map((station) => (
          <StationRow key={station.station.code} election={election} station={station} />
        ))}
      </ul>
    </section>
  );
};

const StationRow = ({ election, station }: { readonly election: string; readonly station: MyStation }) => {
  const { t } = useTranslation('send-sheet');
  const { queueState } = useSender();
  const state = stationState(station, queueState.sheets);
  const { code, name, path } = station.station;
  return (
    <li>
      <Link
        to="/elections/$election/send"
        params={{ election }}
        search={{ station: code }}
        className={classes['row']}
      >
        <span className={classes['name']}>{name}</span>
        <SheetStatus tone={stateTones[state]} label={t(`state.${state}`)} />
        <span className={classes['place']}>{[code, ...path.toReversed()].join(' · ')}</span>
      </Link>
    </li>
  );
};

const ListSkeleton = () => (
  <div className={classes['list']} aria-busy="true">
    {['a', 'b', 'c', 'd'].map((row) => (
      <div key={row} className={classes['row']}>
        <Skeleton width="60%" />
        <Skeleton width="5rem" />
        <Skeleton width="80%" height="0.8em" />
      </div>
    ))}
  </div>
);
