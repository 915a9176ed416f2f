import type { Election } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { Completeness } from '../../ui/completeness/completeness.tsx';
import { SimulatedLabel } from '../../ui/simulated-label/simulated-label.tsx';
import { type ElectionItem, isLive } from './election-items.ts';
import classes from './home-page.module.css';

/** The kind of election, and the races people voted in. */
const What = ({ election }: { readonly election: Election }) => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const races = election.races.map(({ name, seats }) =>
    t('race', { count: seats, race: name, seats: format.count(seats) }),
  );
  return [t(`kind.${election.kind}`), ...races].join(' · ');
};

interface ElectionCardProps {
  readonly item: ElectionItem;
  /** What the election is; arrives a moment after how far it has come. */
  readonly election: Election | undefined;
}

export const ElectionCard = ({ item, election }: ElectionCardProps) => {
  const { t } = useTranslation(['home', 'ui']);
  const format = useFormat();
  return (
    <li className={classes['card']} data-live={isLive(item) || undefined}>
      <p className={classes['facts']}>
        <span className={classes['state']}>{t(`ui:electionState.${item.state}`)}</span>
        <span>{t('polling', { day: format.day(item.pollingDate) })}</span>
        {item.simulated ? <SimulatedLabel /> : null}
      </p>
      <h2 className={classes['name']}>
        <Link to="/elections/$election" params={{ election: item.code }} className={classes['link']}>
          {item.name}
        </Link>
      </h2>
      <p className={classes['what']}>{election ? <What election={election} /> : null}</p>
      {item.state === 'setup' ? null : (
        <Completeness
          reported={item.stationsReported}
          stations={item.stations}
          unit={election?.levels.at(-1)}
        />
      )}
    </li>
  );
};
