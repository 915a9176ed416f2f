import type { AuditEntry } from '@comitium/contract';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ScrollRegion } from '../../ui/scroll-region/scroll-region.tsx';
import { Skeleton } from '../../ui/skeleton/skeleton.tsx';
import { FailedState } from '../../ui/state-message/failed-state.tsx';
import classes from './audit.module.css';
import { entryQuery } from './audit-query.ts';
import { type Change, describeChange } from './describe-change.ts';

/** Where an entry came from, and what it changed. */
export const EntryChange = ({ entry }: { readonly entry: AuditEntry }) => {
  const { t } = useTranslation('audit');
  const { data, error, refetch } = useQuery(entryQuery(entry.id));
  const facts = (['device', 'requestId', 'onBehalfOf', 'electionId', 'network'] as const).flatMap((name) => {
    const value = entry[name];
    return value === null ? [] : [[name, value] as const];
  });
  return (
    <div className={classes['detail']}>
      <dl className={classes['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`fact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {data ? <ChangeTable changes={describeChange(data.before, data.after)} /> : null}
      {!data && error ? <FailedState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Skeleton height="4rem" /> : null}
    </div>
  );
};

const ChangeTable = ({ changes }: { readonly changes: readonly Change[] }) => {
  const { t } = useTranslation('audit');
  if (changes.length === 0) return <p>{t('change.none')}</p>;
  return (
    <ScrollRegion label={t('change.title')}>
      <table className={classes['changes']}>
        <thead>
          <tr>
            <th scope="col">{t('change.member')}</th>
            <th scope="col">{t('change.before')}</th>
            <th scope="col">{t('change.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">{path}</th>
              <td>{before === null ? '—' : <del>{before}</del>}</td>
              <td>{after === null ? '—' : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
};
