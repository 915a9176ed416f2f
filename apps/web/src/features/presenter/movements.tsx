import type { Movement } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { PartyOf } from '../../ui/party-color/use-party-colors.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import classes from './presenter.module.css';
import { worthTelling } from './worth-telling.ts';

interface MovementsProps {
  readonly movements: readonly Movement[];
  readonly partyOf: PartyOf;
}

export const Movements = ({ movements, partyOf }: MovementsProps) => {
  const { t } = useTranslation('presenter');
  const format = useFormat();
  if (movements.length === 0) return <p className={classes['empty']}>{t('movements.empty')}</p>;
  const sentence = ({ kind, name, from, to, amount }: Movement): string =>
    t(`movements.${kind === 'lead_change' && !from ? 'lead_new' : kind}`, {
      area: name,
      from: from ? partyOf(from).shortName : '',
      to: to ? partyOf(to).shortName : '',
      amount: format.points(Math.abs(amount ?? 0)).replace(/^[+±]/, ''),
    });
  return (
    <ol className={classes['movements']}>
      {worthTelling(movements).map((movement) => (
        <li key={`${movement.at} ${movement.area} ${movement.kind}`}>
          <time dateTime={movement.at}>{format.time(movement.at)}</time>
          <span>
            {movement.to ? <PartyMark {...partyOf(movement.to)} /> : null} {sentence(movement)}
          </span>
        </li>
      ))}
    </ol>
  );
};
