import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { electionsQuery } from '../../data/queries.ts';
import classes from './shell.module.css';

/**
 * At the foot of every page that is not an election's own: which elections here have simulated stations. The pages of
 * one election say it beside its name.
 */
export const SimulatedElections = () => {
  const { t } = useTranslation('shell');
  const { election } = useParams({ strict: false });
  const { data } = useQuery({ ...electionsQuery, enabled: election === undefined });
  const simulated = data?.items.filter((each) => each.simulated) ?? [];
  if (election !== undefined || simulated.length === 0) return null;
  return (
    <footer className={classes['foot']}>
      {t('simulated', { elections: simulated.map(({ name }) => name).join(' · ') })}
    </footer>
  );
};
