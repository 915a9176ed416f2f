import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useLevelWords } from '../level-words/use-level-words.ts';
import classes from './completeness.module.css';

interface CompletenessProps {
  readonly reported: number;
  readonly stations: number;
  readonly held?: number;
  /** The level whose areas report; stations where nothing else is said. */
  readonly unit?: string | undefined;
}

/** How much of the count is in: a thin line, and the same in words. */
export const Completeness = ({ reported, stations, held = 0, unit }: CompletenessProps) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const levels = useLevelWords();
  const share = stations === 0 ? 0 : reported / stations;
  const words =
    reported === 0
      ? t('completeness.none')
      : t('completeness.stations', {
          reported: format.count(reported),
          stations: format.count(stations),
          unit: levels.many(unit),
        });
  return (
    <div className={classes['completeness']}>
      <span className={classes['track']} aria-hidden="true">
        <span className={classes['fill']} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className={classes['words']}>
        <span>
          <bdi>{words}</bdi>
          {held > 0 ? (
            <span className={classes['held']}>
              {' · '}
              <bdi>{t('completeness.held', { count: held })}</bdi>
            </span>
          ) : null}
        </span>
        <span className={classes['share']}>{format.reported(share)}</span>
      </span>
    </div>
  );
};
