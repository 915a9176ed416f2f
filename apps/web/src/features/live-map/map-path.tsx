import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { areaSearch, type Board } from './board.ts';
import classes from './live-map.module.css';

/** From the election down to here; each step leads back. */
export const MapPath = ({ election, view, search }: Board) => {
  const { t } = useTranslation('live-map');
  const above = view.scope.path.filter((step) => step.code !== view.scope.code);
  return (
    <nav aria-label={t('path')}>
      <ol className={classes['path']}>
        <li>
          <Link
            to="/elections/$election"
            params={{ election: election.code }}
            search={areaSearch(search, null)}
          >
            {election.name}
          </Link>
        </li>
        {above.map((step) => (
          <li key={step.code}>
            <Link
              to="/elections/$election"
              params={{ election: election.code }}
              search={areaSearch(search, step.level === 'national' ? null : step)}
            >
              {step.name}
            </Link>
          </li>
        ))}
        {above.length > 0 ? <li aria-current="page">{view.scope.name}</li> : null}
      </ol>
    </nav>
  );
};
