import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useElectionPlace } from '../../data/results/use-election-place.ts';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { LiveMap } from './live-map.tsx';
import { LiveMapSkeleton } from './live-map-skeleton.tsx';

const route = getRouteApi('/elections/$election');

/** Reads the address, and finds what must be known before a topic can be watched. */
export const LiveMapPage = () => {
  const { t } = useTranslation('live-map');
  const { election } = route.useParams();
  const search = route.useSearch();
  const found = useElectionPlace(election, search);
  switch (found.state) {
    case 'loading':
      return <LiveMapSkeleton />;
    case 'failed':
      return <FailedState whole error={found.error} onRetry={found.retry} />;
    case 'no_race':
      return <StateMessage title={t('noRace.title')} text={t('noRace.text')} whole />;
    case 'ready':
      return <LiveMap election={found.election} place={found.place} search={search} />;
  }
};
