import type { Timeline } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { barScale } from '../../ui/ranking/bar-scale.ts';
import type { Board } from './board.ts';
import { courseLines, frame, xOf } from './course-lines.ts';
import classes from './night-course.module.css';

interface CourseChartProps extends Board {
  readonly points: Timeline['points'];
  readonly choices: readonly string[];
  /** The minute that is looked at; null is now. */
  readonly at: number | null;
  readonly onLook: (index: number) => void;
}

/** Step lines of the shares, and a handle below them to drag back through the night. */
export const CourseChart = ({ view, partyOf, points, choices, at, onLook }: CourseChartProps) => {
  const { t } = useTranslation(['live-map', 'ui']);
  const format = useFormat();
  const top = barScale(view.leaders.map((leader) => leader.share));
  const lines = courseLines(points, choices, top);
  const place = at ?? points.length - 1;
  const looked = points[place];
  const x = xOf(points, place);
  return (
    <figure className={classes['chart']}>
      <div className={classes['plot']}>
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
          {at === null ? null : <path className={classes['cursor']} d={`M${x},-8V${frame.height + 8}`} />}
        </svg>
        <p className={classes['scale']} aria-hidden="true">
          <span>{format.share(top)}</span>
          <span>{format.share(top / 2)}</span>
          <span>{format.share(0)}</span>
        </p>
      </div>
      <input
        type="range"
        className={classes['scrubber']}
        min={0}
        max={points.length - 1}
        value={place}
        aria-label={t('course.scrub')}
        aria-valuetext={at === null ? t('course.now') : format.time(looked?.at ?? '')}
        onChange={(event) => onLook(Number(event.currentTarget.value))}
      />
      <figcaption>
        {t('course.source', {
          basis: t(`ui:basis.${view.basis}`),
          from: format.time(points[0]?.at ?? ''),
          to: format.time(points.at(-1)?.at ?? ''),
        })}
      </figcaption>
    </figure>
  );
};
