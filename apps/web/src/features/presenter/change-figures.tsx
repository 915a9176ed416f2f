import type { PresenterState } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './presenter.module.css';

/** What the last minutes brought: a presenter reads this aloud. */
export const ChangeFigures = ({ state }: { readonly state: PresenterState }) => {
  const { t } = useTranslation(['presenter', 'results']);
  const format = useFormat();
  const { change } = state;
  const points = (value: number | undefined): string =>
    value === undefined ? t('results:noValue') : format.points(value);
  const figures = [
    ['stations', format.change(change.stations)],
    ['votes', format.change(change.votes)],
    ['share', points(change.leaderShare)],
    ['margin', points(change.margin)],
    ['turnout', points(change.turnout)],
  ] as const;
  return (
    <div>
      <h2 className={classes['eyebrow']}>
        {change.since ? t('change.title', { time: format.time(change.since) }) : t('change.first')}
      </h2>
      <dl className={classes['change']}>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dd>
              <bdi>{value}</bdi>
            </dd>
            <dt>{t(`change.${key}`)}</dt>
          </div>
        ))}
      </dl>
      <p className={classes['quality']}>
        {t('quality', { held: format.count(state.held), corrections: format.count(state.corrections) })}
      </p>
    </div>
  );
};
