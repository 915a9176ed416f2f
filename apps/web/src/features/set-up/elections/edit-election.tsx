import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { SimulatedLabel } from '../../../ui/simulated-label/simulated-label.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { RulesForm } from '../rules/rules-form.tsx';
import { RunOffForm } from '../run-off/run-off-form.tsx';
import { electionForEdit, type LoadedElection } from '../set-up-queries.ts';
import { GeneralForm } from './general-form.tsx';

const views: Readonly<Record<string, ComponentType<{ readonly loaded: LoadedElection }>>> = {
  election: GeneralForm,
  rules: RulesForm,
  'run-off': RunOffForm,
};

interface EditElectionProps {
  readonly code: string;
  readonly view: string;
}

/** One election: what it is, how its sheets are checked, and its second round. */
export const EditElection = ({ code, view }: EditElectionProps) => {
  const { t } = useTranslation('set-up');
  const loaded = useQuery(electionForEdit(code));
  const View = views[view] ?? GeneralForm;
  return (
    <section className={classes['stack']}>
      <Link to="/set-up" search={{ section: 'elections' }}>
        {t('elections.back')}
      </Link>
      <Loaded query={loaded}>
        {(data) => (
          <>
            <h2 className={classes['heading']}>
              {data.election.name} {data.election.simulated ? <SimulatedLabel /> : null}
            </h2>
            <nav aria-label={data.election.name} className={classes['nav']}>
              {Object.keys(views).map((each) => (
                <Link
                  key={each}
                  to="/set-up"
                  search={{ section: 'elections', edit: each, election: code }}
                  className={classes['tab']}
                  aria-current={each === view ? 'page' : undefined}
                >
                  {t(`view.${each}`)}
                </Link>
              ))}
            </nav>
            <View loaded={data} />
          </>
        )}
      </Loaded>
    </section>
  );
};

export const isElectionView = (view: string | undefined): view is string =>
  view !== undefined && Object.hasOwn(views, view);
