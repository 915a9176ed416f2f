import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../data/queries.ts';
import type { Board } from './board.ts';
import { CourseChart } from './course-chart.tsx';
import { CourseReadout } from './course-readout.tsx';
import classes from './night-course.module.css';

const shown = 4;
/** The server keeps the course for the whole and the two levels below it. */
const deepest = 2;

/** How the shares moved while the reports came in, and how it stood at any minute. */
export const NightCourse = (props: Board) => {
  const { election, view } = props;
  const { t } = useTranslation(['live-map', 'ui']);
  const area = view.scope.level === 'national' ? null : view.scope.code;
  const { data, error } = useQuery(timelineQuery(election.code, view.race.code, area));
  // Kept as the minute, not as its place: while one looks back the night goes on and the list grows.
  const [chosen, setChosen] = useState<string | null>(null);
  const points = (data?.points ?? []).filter(({ cast }) => cast > 0);
  const found = points.findIndex(({ at }) => at === chosen);
  const past = found === -1 || found === points.length - 1 ? null : found;
  const choices = view.leaders.slice(0, shown).map(({ choice }) => choice);
  if (election.levels.indexOf(view.scope.level) > deepest) return null;
  return (
    <section
      className={classes['course']}
      aria-labelledby="course"
      data-course=""
      data-past={past === null ? undefined : ''}
    >
      <h2 id="course" className={classes['title']}>
        {t('course.title')}
      </h2>
      {points.length > 1 ? (
        <>
          <CourseChart
            {...props}
            points={points}
            choices={choices}
            at={past}
            onLook={(index) => setChosen(points[index]?.at ?? null)}
          />
          <CourseReadout
            {...props}
            choices={choices}
            past={past === null ? null : (points[past] ?? null)}
            onLive={() => setChosen(null)}
          />
        </>
      ) : (
        <p className={classes['empty']}>{error ? t('ui:state.unreachable') : t('course.empty')}</p>
      )}
    </section>
  );
};
