import type { Election } from '@comitium/contract';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { SimulatedLabel } from '../../../ui/simulated-label/simulated-label.tsx';
import { StateMessage } from '../../../ui/state-message/state-message.tsx';
import classes from '../forms/forms.module.css';
import { Loaded } from '../forms/loaded.tsx';
import { Searched } from '../forms/searched.tsx';
import { electionsQuery } from '../set-up-queries.ts';
import { CreateElection } from './create-election.tsx';
import { EditElection, isElectionView } from './edit-election.tsx';

/** The elections; one of them open to be changed, or a new one. */
export const ElectionsSection = () => {
  const { t } = useTranslation('set-up');
  const { election, edit } = useSearch({ from: '/private/set-up' });
  const elections = useQuery(electionsQuery());
  if (edit === 'new') return <CreateElection />;
  if (isElectionView(edit) && election) return <EditElection key={election} code={election} view={edit} />;
  return (
    <div className={classes['stack']}>
      <div>
        <Button
          className={classes['linkButton'] ?? ''}
          renderRoot={(props) => (
            <Link to="/set-up" search={{ section: 'elections', edit: 'new' }} {...props} />
          )}
        >
          {t('elections.create')}
        </Button>
      </div>
      <Loaded query={elections}>
        {({ items }) =>
          items.length === 0 ? (
            <StateMessage title={t('elections.none')} text={t('elections.noneText')} />
          ) : (
            <Searched
              items={items}
              label={t('elections.search')}
              textsOf={({ code, name, pollingDate }) => [code, name, pollingDate]}
            >
              {(shown) => <ElectionTable elections={shown} />}
            </Searched>
          )
        }
      </Loaded>
    </div>
  );
};

const ElectionTable = ({ elections }: { readonly elections: readonly Election[] }) => {
  const { t } = useTranslation(['set-up', 'ui']);
  const format = useFormat();
  return (
    <div className={classes['scroll']}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{t('elections.name')}</th>
            <th scope="col">{t('elections.pollingDate')}</th>
            <th scope="col">{t('elections.state')}</th>
            <th scope="col">{t('elections.races')}</th>
            <th scope="col">{t('elections.goTo')}</th>
          </tr>
        </thead>
        <tbody>
          {elections.map(({ code, name, pollingDate, state, races, simulated }) => (
            <tr key={code}>
              <th scope="row">
                <Link to="/set-up" search={{ section: 'elections', edit: 'election', election: code }}>
                  {name}
                </Link>
                <div className={classes['small']}>
                  {code} {simulated ? <SimulatedLabel /> : null}
                </div>
              </th>
              <td>{format.day(pollingDate)}</td>
              <td>{t(`ui:electionState.${state}`)}</td>
              <td>{races.map((race) => race.name).join(', ') || '–'}</td>
              <td className={classes['row']}>
                <Link to="/elections/$election/desk" params={{ election: code }}>
                  {t('elections.desk')}
                </Link>
                <Link to="/elections/$election" params={{ election: code }}>
                  {t('elections.map')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
