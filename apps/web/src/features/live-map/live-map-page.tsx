import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areaQuery, electionQuery, registerQuery } from '../../data/queries.ts';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { LiveMap } from './live-map.tsx';
import { LiveMapSkeleton } from './live-map-skeleton.tsx';
import { placeOf } from './place.ts';

const route = getRouteApi('/elections/$election');

/** Reads the address, and finds what it needs to know before a topic can be watched. */
export const LiveMapPage = () => {
  const { t } = useTranslation('live-map');
  const { election: code } = route.useParams();
  const search = route.useSearch();
  const election = useQuery(electionQuery(code));
  const register = useQuery({
    ...registerQuery(election.data?.register ?? ''),
    enabled: election.isSuccess,
  });
  // An address may name an area without its level, when somebody typed it.
  const needsLevel = Boolean(search.area && !search.level && election.data);
  const area = useQuery({
    ...areaQuery(election.data?.register ?? '', search.area ?? ''),
    enabled: needsLevel,
  });
  const error = election.error ?? register.error ?? area.error;
  if (error) return <FailedState error={error} onRetry={() => void election.refetch()} />;
  if (!election.data || !register.data || (needsLevel && !area.data)) return <LiveMapSkeleton />;

  const top = election.data.levels[1] ?? '';
  const hasShapes =
    register.data.boundaries[top] !== undefined || register.data.boundaries['1'] !== undefined;
  const level = search.level ?? area.data?.levelName;
  const place = placeOf(election.data, { ...search, level }, hasShapes);
  if (!place) return <StateMessage title={t('noRace.title')} text={t('noRace.text')} />;
  return <LiveMap election={election.data} place={place} search={search} />;
};
