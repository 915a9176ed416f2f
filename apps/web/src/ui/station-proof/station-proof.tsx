import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type CheckedLeaf, type CheckedStation, checkStation } from '../../data/public-log/check-station.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Skeleton } from '../skeleton/skeleton.tsx';
import { FailedState } from '../state-message/failed-state.tsx';
import classes from './station-proof.module.css';

interface StationProofProps {
  readonly election: string;
  readonly station: string;
}

const seldomMs = 30_000;

/** What the public log holds about a station, checked here and now in the reader's own browser. */
export const StationProof = ({ election, station }: StationProofProps) => {
  const { t } = useTranslation('ui');
  const { data, error, refetch } = useQuery({
    queryKey: ['station-proof', election, station],
    queryFn: () => checkStation(election, station),
    refetchInterval: seldomMs,
  });
  return (
    <section className={classes['proof']} aria-label={t('proof.title')}>
      <h2 className={classes['title']}>{t('proof.title')}</h2>
      {error && !data ? <FailedState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height="6rem" /> : null}
      {data ? <Checked station={data} /> : null}
    </section>
  );
};

const Checked = ({ station }: { readonly station: CheckedStation }) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  if (station.leaves.length === 0) return <p className={classes['quiet']}>{t('proof.empty')}</p>;
  return (
    <>
      <ol className={classes['leaves']}>
        {station.leaves.map((checked) => (
          <Leaf key={checked.index ?? checked.leaf.at} checked={checked} size={station.size} />
        ))}
      </ol>
      <p className={classes['quiet']}>
        {t('proof.checkpoint', {
          origin: station.origin,
          size: format.count(station.size),
          time: station.signedAt ? format.time(station.signedAt.toISOString()) : '–',
        })}
        {station.witnesses.length > 0
          ? ` ${t('proof.witnesses', { names: station.witnesses.join(', ') })}`
          : ''}
      </p>
      <p className={classes['actions']}>
        <a href={`data:application/json,${encodeURIComponent(station.file)}`} download="receipts.json">
          {t('proof.save')}
        </a>
        <Link to="/verify">{t('proof.verifyAll')}</Link>
      </p>
    </>
  );
};

const wordsOf = ({ leaf }: CheckedLeaf): { key: string; revision: number } => {
  if (leaf.kind === 'comitium/sheet/2') {
    return { key: leaf.revision === 1 ? `sheet_${leaf.status}` : 'corrected', revision: leaf.revision };
  }
  if (leaf.kind === 'comitium/move/1')
    return { key: leaf.event.replace('sheet.', ''), revision: leaf.revision };
  return { key: 'other', revision: 0 };
};

const Leaf = ({ checked, size }: { readonly checked: CheckedLeaf; readonly size: number }) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const { leaf, state, why, index, figures } = checked;
  const { key, revision } = wordsOf(checked);
  return (
    <li className={classes['leaf']} data-state={state}>
      <p>
        <strong>{t(`proof.event.${key}`, { revision, defaultValue: key })}</strong>{' '}
        <span className={classes['quiet']}>{format.time(leaf.at)}</span>
      </p>
      <p className={classes['verdict']}>
        {state === 'proven' && index !== null
          ? t('proof.proven', { index: format.count(index), size: format.count(size) })
          : t(`proof.${state}`)}
        {why ? ` ${why}` : ''}
      </p>
      {figures ? (
        <p className={classes['figures']}>
          {figures.choices
            .map((choice, at) => `${choice} ${format.count(figures.votes[at] ?? 0)}`)
            .join(' · ')}
        </p>
      ) : null}
    </li>
  );
};
