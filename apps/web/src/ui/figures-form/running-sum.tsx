import { useTranslation } from 'react-i18next';
import type { FigureCheck } from '../../data/sheets/check-figures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './running-sum.module.css';

interface RunningSumProps {
  readonly check: FigureCheck;
  /** Stays at the lower edge of the window while the fields above it are filled in. */
  readonly sticky?: boolean;
}

/** Votes and rejected so far, beside the ballots cast: equal, too few or too many, in a word and a sign. */
export const RunningSum = ({ check: { sum, cast, missing }, sticky = false }: RunningSumProps) => {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const difference = sum === null || cast === null ? null : sum - cast;
  const votesMissing = missing.some((field) => field.startsWith('votes.') || field === 'rejected');
  const state = stateOf(difference, votesMissing);
  return (
    <output
      className={classes['sum']}
      data-state={state}
      data-sticky={sticky ? '' : undefined}
      aria-live="polite"
    >
      <span className={classes['figures']}>
        {t('figures.sum', {
          sum: sum === null ? '–' : format.count(sum),
          cast: cast === null ? '–' : format.count(cast),
        })}
      </span>
      <span className={classes['word']}>
        {difference === null || state === 'open'
          ? t('figures.sumOpen')
          : t(`figures.sum_${state}`, { count: format.count(Math.abs(difference)) })}
      </span>
    </output>
  );
};

type SumState = 'open' | 'equal' | 'below' | 'above';

const stateOf = (difference: number | null, votesMissing: boolean): SumState => {
  if (difference === null) return 'open';
  if (difference > 0) return 'above';
  if (votesMissing) return 'open';
  return difference === 0 ? 'equal' : 'below';
};
