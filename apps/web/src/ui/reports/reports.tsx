import type { Report } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../party-color/use-party-colors.ts';
import { PartyMark } from '../party-mark/party-mark.tsx';
import classes from './reports.module.css';

interface ReportsProps {
  readonly reports: readonly Report[];
  readonly partyOf: PartyOf;
  readonly limit?: number;
}

/** The newest sheets, newest first: where, when, who leads there. */
export const Reports = ({ reports, partyOf, limit = 8 }: ReportsProps) => {
  const { t } = useTranslation('results');
  const format = useFormat();
  if (reports.length === 0) return <p className={classes['empty']}>{t('reports.empty')}</p>;
  return (
    <ol className={classes['reports']}>
      {reports.slice(0, limit).map((report) => (
        <li key={`${report.station} ${report.at} ${report.kind}`} className={classes['report']}>
          <time dateTime={report.at}>{format.time(report.at)}</time>
          <span className={classes['name']}>{report.name}</span>
          <span className={classes['path']}>
            <bdi>{report.area}</bdi> ·{' '}
            {report.kind === 'submitted' ? null : `${t(`reports.${report.kind}`)} · `}
            <bdi>{t('reports.votes', { votes: format.count(report.cast) })}</bdi>
          </span>
          {report.leader ? (
            <span className={classes['leader']}>
              <PartyMark {...partyOf(report.leader)} /> {partyOf(report.leader).shortName}
            </span>
          ) : null}
        </li>
      ))}
    </ol>
  );
};
