import type { Contest, MapAnswer } from '@comitium/contract';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.ts';
import { Notice } from '../../../ui/problem-notice/notice.tsx';
import classes from '../forms/forms.module.css';

interface StandingWordsProps {
  readonly contest: Contest;
  readonly standings: MapAnswer;
  /** Codes of the choices that are level for the last place. */
  readonly tied: readonly string[];
}

/** What the first round says about a second: how far it is counted, whether it is decided, who is level. */
export const StandingWords = ({ contest, standings: { scope, completeness }, tied }: StandingWordsProps) => {
  const { t } = useTranslation('set-up');
  const format = useFormat();
  const { stations, stationsReported } = completeness;
  const names = contest.choices.filter(({ code }) => tied.includes(code)).map(({ name }) => name);
  return (
    <>
      <p className={classes['small']}>
        {t(stationsReported < stations ? 'runOff.counted' : 'runOff.countedAll', {
          reported: format.count(stationsReported),
          stations: format.count(stations),
        })}
        {scope.call === 'won' ? ` ${t('runOff.won')}` : ''}
      </p>
      {names.length > 0 ? (
        <Notice
          tone="warn"
          title={t('runOff.tied')}
          text={t('runOff.tiedText', { names: names.join(', ') })}
        />
      ) : null}
    </>
  );
};
