import type { Movement } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import classes from './presenter.module.css';
import { worthTelling } from './worth-telling.ts';

interface MovementsProps {
  readonly movements: readonly Movement[];
  readonly view: MapView;
  readonly partyOf: PartyOf;
}

interface RowProps {
  readonly movement: Movement;
  readonly partyOf: PartyOf;
}

/** From whom to whom, each with its colour, so that it is understood at a glance. */
const Sides = ({ movement: { from, to }, partyOf }: RowProps) => {
  const { t } = useTranslation('presenter');
  if (!to) return null;
  return (
    <span className={classes['sides']}>
      {from ? (
        <>
          <span>
            <PartyMark {...partyOf(from)} /> {partyOf(from).shortName}
          </span>
          <span className={classes['arrow']} role="img" aria-label={t('movements.to')} />
        </>
      ) : null}
      <strong>
        <PartyMark {...partyOf(to)} /> {partyOf(to).shortName}
      </strong>
    </span>
  );
};

const Row = ({ movement, partyOf }: RowProps) => {
  const { t } = useTranslation('presenter');
  const format = useFormat();
  const { kind, amount, from } = movement;
  const kindOf = kind === 'lead_change' && !from ? 'lead_new' : kind;
  return (
    <li data-kind={kind}>
      <span className={classes['area']}>{movement.name}</span>
      <time dateTime={movement.at}>{format.time(movement.at)}</time>
      <span className={classes['kind']}>
        {t(`movements.${kindOf}`, { amount: format.margin(Math.abs(amount ?? 0)) })}
      </span>
      <Sides movement={movement} partyOf={partyOf} />
    </li>
  );
};

export const Movements = ({ movements, view, partyOf }: MovementsProps) => {
  const { t } = useTranslation('presenter');
  if (movements.length === 0) return <p className={classes['empty']}>{t('movements.empty')}</p>;
  const whole = { [view.scope.code]: view.totals.valid };
  const votes: Readonly<Record<string, number>> = Object.fromEntries(
    view.children.map((area) => [area.code, area.votes]),
  );
  const told = worthTelling(movements, (area) => whole[area] ?? votes[area] ?? 0);
  return (
    <ol className={classes['movements']}>
      {told.map((movement) => (
        <Row key={`${movement.at} ${movement.area} ${movement.kind}`} movement={movement} partyOf={partyOf} />
      ))}
    </ol>
  );
};
