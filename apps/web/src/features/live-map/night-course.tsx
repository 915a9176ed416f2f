import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../data/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { barScale } from '../../ui/ranking/bar-scale.ts';
import type { Board } from './board.ts';
import { courseLines, frame } from './course-lines.ts';
import classes from './night-course.module.css';

const shown = 4;

/** How the shares moved while the reports came in. */
export const NightCourse = ({ election, view, partyOf }: Board) => {
  const { t } = useTranslation(['live-map', 'ui']);
  const format = useFormat();
  const area = view.scope.level === 'national' ? null : view.scope.code;
  const { data } = useQuery(timelineQuery(election.code, view.race.code, area));
  const points = data?.points ?? [];
  const top = barScale(view.leaders.map((leader) => leader.share));
  const lines = courseLines(
    points,
    view.leaders.slice(0, shown).map(({ choice }) => choice),
    top,
  );
  const first = points[0];
  const last = points.at(-1);
  return (
    <section className={classes['course']} aria-labelledby="course">
      <h2 id="course" className={classes['title']}>
        {t('course.title')}
      </h2>
      {first && last && points.length > 1 ? (
        <figure className={classes['chart']}>
          <p className={classes['scale']} aria-hidden="true">
            <span>{format.share(top)}</span>
            <span>{format.share(top / 2)}</span>
            <span>{format.share(0)}</span>
          </p>
          <svg
            viewBox={`0 -8 ${frame.width} ${frame.height + 16}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {[0, 0.5, 1].map((part) => (
              <path key={part} className={classes['grid']} d={`M0,${part * frame.height}H${frame.width}`} />
            ))}
            {lines.map((line) => (
              <path
                key={line.choice}
                className={classes['line']}
                d={line.path}
                style={{ stroke: partyOf(line.choice).color }}
              />
            ))}
          </svg>
          <ul className={classes['names']}>
            {lines.map((line) => (
              <li key={line.choice}>
                <PartyMark {...partyOf(line.choice)} /> {partyOf(line.choice).shortName}{' '}
                {format.share(line.share)}
              </li>
            ))}
          </ul>
          <figcaption>
            {t('course.source', {
              basis: t(`ui:basis.${view.basis}`),
              from: format.time(first.at),
              to: format.time(last.at),
            })}
          </figcaption>
        </figure>
      ) : (
        <p className={classes['empty']}>{t('course.empty')}</p>
      )}
    </section>
  );
};
