import type { Election } from '@comitium/contract';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../i18n/use-format.ts';
import { SimulatedLabel } from '../simulated-label/simulated-label.tsx';
import classes from './election-choice.module.css';

interface ElectionChoiceProps {
  readonly elections: readonly Election[];
  readonly to: '/elections/$election/send' | '/elections/$election/desk';
}

/** Elections to choose from, each leading to the same page of its own. */
export const ElectionChoice = ({ elections, to }: ElectionChoiceProps) => {
  const format = useFormat();
  return (
    <ul className={classes['list']}>
      {elections.map(({ code, name, pollingDate, simulated }) => (
        <li key={code}>
          <Link to={to} params={{ election: code }} className={classes['row']}>
            <span className={classes['name']}>{name}</span>
            <span className={classes['day']}>
              {format.day(pollingDate)} {simulated ? <SimulatedLabel /> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
};
