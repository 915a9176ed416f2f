import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useElectionPlace } from '../../data/results/use-election-place.ts';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { useIdleCursor } from './use-idle-cursor.ts';
import classes from './wall.module.css';
import { Wall } from './wall.tsx';

const route = getRouteApi('/elections/$election/wall');

/** A screen that nobody touches: one picture, 16:9, readable from the other end of the room. */
export const WallPage = () => {
  const { t } = useTranslation('wall');
  const { election } = route.useParams();
  const search = route.useSearch();
  const idle = useIdleCursor();
  const found = useElectionPlace(election, search);
  return (
    <main className={classes['screen']} data-idle={idle || undefined}>
      {found.state === 'failed' ? <FailedState whole error={found.error} onRetry={found.retry} /> : null}
      {found.state === 'no_race' ? (
        <StateMessage title={found.election.name} text={t('noRace')} whole />
      ) : null}
      {found.state === 'loading' ? <p className={classes['waiting']}>{t('waiting')}</p> : null}
      {found.state === 'ready' ? (
        <Wall election={found.election} place={found.place} asked={search.view} />
      ) : null}
    </main>
  );
};
