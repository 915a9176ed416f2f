import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { Reports } from '../../ui/reports/reports.tsx';
import type { Board } from './board.ts';
import classes from './live-map.module.css';
import type { SeenLeadChange } from './use-lead-changes.ts';

interface NewsPanelProps extends Board {
  readonly changes: readonly SeenLeadChange[];
}

/** What has just happened. */
export const NewsPanel = ({ view, partyOf, changes }: NewsPanelProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  return (
    <section className={classes['panel']} data-news="" aria-labelledby="news">
      <h2 id="news" className={classes['panelTitle']}>
        {t('reports.title')}
      </h2>
      {changes.length > 0 ? (
        <ul className={classes['changes']}>
          {changes.map((change) => (
            <li key={`${change.area} ${change.at} ${change.to}`}>
              <time dateTime={change.at}>{format.time(change.at)}</time> <PartyMark {...partyOf(change.to)} />{' '}
              {t('reports.newLeader', {
                area: change.name,
                to: partyOf(change.to).shortName,
                from: partyOf(change.from).shortName,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <Reports reports={view.recent} partyOf={partyOf} />
    </section>
  );
};
