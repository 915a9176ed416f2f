import type { Timeline } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { useLevelWords } from '../../ui/level-words/use-level-words.ts';
import { PartyMark } from '../../ui/party-mark/party-mark.tsx';
import { TextButton } from '../../ui/text-button/text-button.tsx';
import type { Board } from './board.ts';
import { validOf } from './course-lines.ts';
import classes from './night-course.module.css';

interface CourseReadoutProps extends Board {
  readonly choices: readonly string[];
  /** The minute that is looked at; null is now. */
  readonly past: Timeline['points'][number] | null;
  readonly onLive: () => void;
}

/** The figures at the minute that is looked at, always in the same place; the past says that it is the past. */
export const CourseReadout = ({ election, view, partyOf, choices, past, onLive }: CourseReadoutProps) => {
  const { t } = useTranslation('live-map');
  const levels = useLevelWords();
  const format = useFormat();
  const shareOf = (choice: string): number => {
    if (past) return (past.votes[choice] ?? 0) / Math.max(1, validOf(past));
    return view.leaders.find((leader) => leader.choice === choice)?.share ?? 0;
  };
  return (
    <div className={classes['readout']}>
      <p className={classes['when']} role="status">
        {past ? t('course.past', { time: format.time(past.at) }) : t('course.now')}
        {past ? <TextButton onClick={onLive}>{t('course.live')}</TextButton> : null}
      </p>
      <ul className={classes['names']}>
        {choices.map((choice) => (
          <li key={choice}>
            <PartyMark {...partyOf(choice)} /> {partyOf(choice).shortName}{' '}
            <strong>{format.share(shareOf(choice))}</strong>
          </li>
        ))}
      </ul>
      <p className={classes['sums']}>
        <bdi>
          {t('course.stations', {
            stations: format.count(past?.stationsReported ?? view.completeness.stationsReported),
            unit: levels.many(election.levels.at(-1)),
            cast: format.count(past?.cast ?? view.totals.cast),
          })}
        </bdi>
      </p>
    </div>
  );
};
