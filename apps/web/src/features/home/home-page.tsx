import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLastingTopic } from '../../data/last-known/use-lasting-topic.ts';
import { electionsQuery } from '../../data/queries.ts';
import { ConnectionBadge } from '../../ui/connection-badge/connection-badge.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { StateMessage } from '../../ui/state-message/state-message.tsx';
import { UnwatchedState } from '../../ui/state-message/unwatched-state.tsx';
import { ElectionCard } from './election-card.tsx';
import { type ElectionsState, inOrder } from './election-items.ts';
import classes from './home-page.module.css';

const Elections = ({ state }: { readonly state: ElectionsState }) => {
  const { t } = useTranslation('home');
  const items = inOrder(Object.values(state.items));
  const known = useQuery(electionsQuery);
  const elections = new Map(known.data?.items.map((election) => [election.code, election]));
  if (items.length === 0) return <StateMessage title={t('empty.title')} text={t('empty.text')} />;
  return (
    <ul className={classes['list']}>
      {items.map((item) => (
        <ElectionCard key={item.code} item={item} election={elections.get(item.code)} />
      ))}
    </ul>
  );
};

const Loading = () => (
  <div className={classes['list']}>
    {[1, 2, 3].map((line) => (
      <Skeleton key={line} height="9rem" />
    ))}
  </div>
);

export const HomePage = () => {
  const { t } = useTranslation('home');
  const { data, connection, lastAt, problem, kept } = useLastingTopic<ElectionsState>('elections');
  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <h1>{t('title')}</h1>
        <ConnectionBadge connection={connection} lastAt={lastAt} kept={kept} />
      </div>
      {data ? <Elections state={data} /> : null}
      {!data && (problem || connection === 'offline') ? <UnwatchedState problem={problem} /> : null}
      {!data && !problem && connection !== 'offline' ? <Loading /> : null}
      <p>
        <Link to="/verify">{t('verify')}</Link> · <Link to="/count">{t('count')}</Link>
      </p>
    </div>
  );
};
