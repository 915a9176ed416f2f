import { useTranslation } from 'react-i18next';
import type { MapView } from '../../data/results/map-view.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './figure-facts.module.css';

/** How far the election is, which sheets count, and when the last one came: without these no figure means anything. */
export const FigureFacts = ({ view }: { readonly view: MapView }) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  return (
    <>
      <span className={classes['state']}>{t(`electionState.${view.election.state}`)}</span>
      <span>{t(`basis.${view.basis}`)}</span>
      <span>
        {view.lastUpdated ? t('updated', { time: format.time(view.lastUpdated) }) : t('neverUpdated')}
      </span>
    </>
  );
};
